package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.photo.FileFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBytesTest {
  @TempDir Path folder;

  private Path file;
  private FileFacts facts;

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("a.jpg"), new byte[] {1, 2, 3});
    facts = FileBytes.facts(file);
  }

  @Test
  void areAllOfAFile() throws IOException {
    assertThat(FileBytes.read(facts)).containsExactly(1, 2, 3);
  }

  @Test
  void areNoneOfAFileThatGrew() throws IOException {
    Files.write(file, new byte[] {4}, StandardOpenOption.APPEND);

    assertThatExceptionOfType(FileBytes.UnfitException.class)
        .isThrownBy(() -> FileBytes.read(facts))
        .withMessage("it changed while it was read; index again");
  }

  @Test
  void areNoneOfAFileThatBecameAFolder() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);

    assertThatExceptionOfType(FileBytes.UnfitException.class)
        .isThrownBy(() -> FileBytes.read(facts))
        .withMessage("it changed while it was read; index again");
  }
}
