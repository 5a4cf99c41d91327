package dev.imagedb.photo;

import java.nio.file.Path;
import java.time.Instant;

/// A file as the crawl saw it.
///
/// @param path absolute and normalised
/// @param size in bytes
/// @param modified to the millisecond: the finest grain that every file system and the index keep
public record FileFacts(Path path, long size, Instant modified) {
  public FileFacts {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("path is not absolute: " + path);
    }
    path = path.normalize();
    modified = Instant.ofEpochMilli(modified.toEpochMilli());
  }
}
