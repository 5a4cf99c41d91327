package dev.imagedb.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final byte[] NEW = {'n', 'e', 'w'};

  @TempDir Path folder;

  @Test
  void makesAFileAndNothingBesideIt() throws IOException {
    WholeFile.write(folder.resolve("a"), NEW);
    assertThat(folder.resolve("a")).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("a");
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "what was there before");
    WholeFile.write(file, NEW);
    assertThat(file).hasContent("new");
  }

  @Test
  void replacesWhatALinkLeadsToAndNotTheLink() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    WholeFile.write(link, NEW);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void leavesNothingWhereItFails() {
    assertThatIOException().isThrownBy(() -> WholeFile.write(folder.resolve("none/a"), NEW));
    assertThat(folder).isEmptyDirectory();
  }
}
