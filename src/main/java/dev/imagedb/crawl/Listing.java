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
  List<Path> of(Path folder) throws IOException;

  static List<Path> ofDisk(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return entries;
  }
}
