package dev.imagedb.photo;

import java.nio.file.Path;
import java.time.Instant;

/// A file as the crawl saw it.
///
/// @param path absolute and normalised
/// @param size in bytes
/// @param modified to the millisecond: the finest grain that every file system and the index keep;
///   years beyond what ISO 8601 writes in four digits, which some file systems have, become the
///   first or the last of these
public record FileFacts(Path path, long size, Instant modified) {
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  public FileFacts {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("path is not absolute: " + path);
    }
    path = path.normalize();
    modified = Instant.ofEpochMilli(within(modified).toEpochMilli());
  }

  private static Instant within(Instant time) {
    if (time.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }
}
