package dev.imagedb.ingest;

import dev.imagedb.photo.Skipped;
import org.jspecify.annotations.Nullable;

/// How far a run of indexing is.
///
/// @param found pictures that the crawl has found so far; of those that nobody has looked at yet,
///   it goes by the files
/// @param crawled whether the crawl is over, so that no more will be found
/// @param done pictures that are dealt with, in whatever way
/// @param embedded those of them that a vector was made for
/// @param skipped those of them that could not be read
/// @param lastSkipped the last of these; null where there is none
public record IndexCounts(
    long found,
    boolean crawled,
    long done,
    long embedded,
    long skipped,
    @Nullable Skipped lastSkipped) {}
