package dev.imagedb.cli;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.photo.VectorSpace;
import org.jspecify.annotations.Nullable;

/// Which model a command needs. Equal requests are for the same model.
///
/// @param named what the user named; null for the database's own, else the default
/// @param stored the space of the database's vectors; null where there are none, or where a model
///   is named
/// @param resizes whether the user said how pictures become squares
/// @param padded whether they are to be padded to a white square
public record ModelRequest(
    @Nullable String named,
    @Nullable VectorSpace stored,
    boolean resizes,
    boolean padded,
    EmbedderOptions how) {}
