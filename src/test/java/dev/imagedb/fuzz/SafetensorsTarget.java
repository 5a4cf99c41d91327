package dev.imagedb.fuzz;

import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.embed.files.Safetensors.StoredTensor;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any bytes are weights whose tensors lie within them, or are refused in one line.
public final class SafetensorsTarget {
  /// On the disk, since what is in memory cannot be mapped.
  private static final Path FILE = file();

  private SafetensorsTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] weights) {
    try {
      Files.write(FILE, weights);
    } catch (IOException full) {
      throw new UncheckedIOException("for a temporary file", full);
    }
    try (Safetensors opened = Safetensors.open(FILE)) {
      long named = opened.tensors().values().stream().mapToLong(SafetensorsTarget::bytes).sum();
      if (named > weights.length) {
        throw new AssertionError("%d bytes of %d".formatted(named, weights.length));
      }
    } catch (UserException refused) {
      OneLine.require(refused);
    }
  }

  private static long bytes(StoredTensor tensor) {
    long numbers = 1;
    for (long side : tensor.shape()) {
      numbers = Math.multiplyExact(numbers, side);
    }
    if (numbers * tensor.type().bytes() != tensor.data().byteSize()) {
      throw new AssertionError("not of its shape: " + tensor);
    }
    return tensor.data().byteSize();
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("fuzz", ".safetensors");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException full) {
      throw new UncheckedIOException("for a temporary file", full);
    }
  }
}
