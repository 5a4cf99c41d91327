package dev.imagedb.embed.hub;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import java.nio.file.Path;

/// A revision of a model in the cache.
///
/// @param folder its snapshot
/// @param bytes of its files, which other revisions may share
/// @param complete whether its config and weights are here
public record CachedModel(OnHub model, Path folder, long bytes, boolean complete) {}
