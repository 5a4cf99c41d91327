package dev.imagedb.crawl;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a folder's entries. The one thing about a disk that a test needs to see fail.
@FunctionalInterface
interface Listing {
  /// The entries in the order of their names, so that two crawls go the same way.
  ///
  /// @param step called after each, for it may take long
  List<Path> of(Path folder, Runnable step) throws IOException;

  static List<Path> ofDisk(Path folder, Runnable step) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        entries.add(entry);
        step.run();
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return entries;
  }
}
