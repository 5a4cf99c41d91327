package dev.imagedb.crawl;

import dev.imagedb.photo.FileFacts;

/// A regular file that the crawl came by and that no rule left out; it has not been opened yet.
///
/// @param facts its path as it was reached: below its root as that was given, links not resolved
/// @param named whether it was given by its own name, so that its giver wants to hear of it even
///   where it is no picture
public record CrawledFile(FileFacts facts, boolean named) {}
