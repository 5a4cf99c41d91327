package dev.imagedb.embed.hub;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Supports every config but those that hold the word "alien", and takes an index's lines for the
/// names of shards.
final class FakeFormat implements ModelFormat {
  @Override
  public void check(Path config) {
    if (read(config).contains("alien")) {
      throw UserException.failed("alien is not supported", null);
    }
  }

  @Override
  public List<String> shards(Path index) {
    return read(index).lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
