package dev.imagedb.embed.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A repository's folder in the cache, `models--organisation--name`.
record CacheFolder(Path path) {
  private static final String SNAPSHOTS = "snapshots";

  /// The bytes under it; what links lead to is not counted.
  long bytes() throws IOException {
    long bytes = 0;
    if (Files.isDirectory(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path file : all.filter(CacheFolder::isFile).toList()) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes;
  }

  /// Checks that its parts lie in it: what a link leads to is not ours to delete.
  ///
  /// @throws IOException that names the part that is a link
  void requireOwn() throws IOException {
    for (Path part : List.of(path, path.resolve("refs"), path.resolve(SNAPSHOTS), blobs())) {
      if (Files.isSymbolicLink(part)) {
        throw new IOException(part + " is a link to elsewhere, where nothing is deleted");
      }
    }
  }

  private Path blobs() {
    return path.resolve("blobs");
  }

  /// Deletes a snapshot and the blobs that no other one needs; with the last snapshot, everything.
  void removeSnapshot(Path snapshot) throws IOException {
    delete(snapshot);
    if (children(path.resolve(SNAPSHOTS)).isEmpty()) {
      delete(path);
      return;
    }
    Set<Path> used = usedBlobs();
    for (Path blob : children(blobs())) {
      if (!used.contains(blob.toRealPath())) {
        Files.delete(blob);
      }
    }
  }

  private Set<Path> usedBlobs() throws IOException {
    Set<Path> used = new HashSet<>();
    try (Stream<Path> all = Files.walk(path.resolve(SNAPSHOTS))) {
      for (Path pointer : all.filter(Files::isRegularFile).toList()) {
        used.add(pointer.toRealPath());
      }
    }
    return used;
  }

  /// What lies in a folder, in order; nothing where it is none.
  static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  /// Deletes a folder with all that is in it; of a link, the link alone.
  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path child : children(folder)) {
        delete(child);
      }
    }
    Files.delete(folder);
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
