package dev.imagedb.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/// Files that come into being whole or not at all, however many threads and processes write them.
public final class WholeFile {
  private WholeFile() {}

  /// Writes a file, or replaces it; of a link, the file that it leads to. Devices and pipes are
  /// written to as they are.
  ///
  /// @throws IOException where that is not possible; what was there is then there still
  public static void write(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file)) {
      moveInto(file.toAbsolutePath(), bytes);
    } else if (Files.isRegularFile(file)) {
      moveInto(file.toRealPath(), bytes);
    } else {
      Files.write(file, bytes);
    }
  }

  private static void moveInto(Path file, byte[] bytes) throws IOException {
    int unlikely = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    Path fresh = file.resolveSibling("." + file.getFileName() + "-" + unlikely);
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
