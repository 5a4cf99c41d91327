package dev.imagedb.store.lucene;

import static java.util.stream.Collectors.joining;

import dev.imagedb.store.DatabaseLocation;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Turns paths into the keys of documents and back.
///
/// A database in a folder named `.imagedb` is portable: what lies beside or under that folder's
/// parent is kept relative to the parent, its names joined by `/` on every system, so that a drive
/// can be mounted elsewhere with its database. Everything else is kept as an absolute path.
final class PathKeys {
  private final Path location;
  private final @Nullable Path base;
  private final String separator;

  /// @param location the database's folder, absolute and normalised
  PathKeys(Path location) {
    this.location = location;
    this.base = isPortable(location) ? location.getParent() : null;
    this.separator = location.getFileSystem().getSeparator();
  }

  private static boolean isPortable(Path location) {
    Path name = location.getFileName();
    return name != null && name.toString().equals(DatabaseLocation.FOLDER_NAME);
  }

  /// @param path absolute and normalised
  String key(Path path) {
    if (base == null || !path.startsWith(base)) {
      return path.toString();
    }
    return StreamSupport.stream(base.relativize(path).spliterator(), false)
        .map(Path::toString)
        .collect(joining("/"));
  }

  /// Where a key's file name begins: behind its last separator.
  int folderEnd(String key) {
    int end = key.lastIndexOf(separator);
    return 1 + (base == null ? end : Math.max(end, key.lastIndexOf('/')));
  }

  /// The absolute path that a key stands for now.
  Path path(String key) {
    return base == null ? location.getFileSystem().getPath(key) : base.resolve(key);
  }
}
