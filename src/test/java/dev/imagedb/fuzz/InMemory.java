package dev.imagedb.fuzz;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder on a disk that is gone afterwards.
final class InMemory {
  private InMemory() {}

  /// What is done in the folder.
  @FunctionalInterface
  interface Deed {
    void in(Path folder) throws IOException;
  }

  /// Does something in an empty folder.
  static void folder(Deed deed) {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      deed.in(Files.createDirectory(disk.getPath("/photos")));
    } catch (IOException impossible) {
      throw new UncheckedIOException("in memory", impossible);
    }
  }
}
