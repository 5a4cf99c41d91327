package dev.imagedb.embed.models;

import dev.imagedb.embed.ModelFacts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A model that is here, as `models info` shows it.
///
/// @param name to load it by
/// @param folder of its files
/// @param bytes of its files
/// @param licence as its card states it
public record ModelSheet(
    String name, Path folder, long bytes, @Nullable String licence, ModelFacts facts) {}
