package dev.imagedb.store;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;

/// A part of a database: some of its pictures, and what lies under some folders.
///
/// @param roots absolute and normalised; none for the whole database
public record Scope(List<Path> roots) {
  public Scope {
    roots = List.copyOf(roots);
  }

  /// What a person named.
  ///
  /// @param workingDirectory that relative names start at
  public static Scope of(List<Path> named, Path workingDirectory) {
    return new Scope(
        named.stream().map(path -> workingDirectory.resolve(path).normalize()).toList());
  }

  public boolean holds(Path picture) {
    return roots.isEmpty() || roots.stream().anyMatch(picture::startsWith);
  }

  /// Checks that something was named that is there, so that a slip is not taken for an answer.
  ///
  /// @throws UserException where no picture of the database is at or under one of the roots
  public void requirePictures(PhotoReader photos) {
    for (Path root : roots) {
      if (photos.known(List.of(root)).isEmpty()) {
        throw UserException.failed(
            "no picture of the database is at or under " + root, "imagedb index " + root);
      }
    }
  }
}
