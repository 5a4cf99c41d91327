package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir Path home;

  @Test
  void liesInTheFolderForState() {
    assertThat(HistoryFile.of(Map.of(), home))
        .hasValue(home.resolve(".local/state/imagedb/history"));
    assertThat(HistoryFile.of(Map.of("XDG_STATE_HOME", home.resolve("state").toString()), home))
        .hasValue(home.resolve("state/imagedb/history"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void isForItsOwnersEyes() throws Exception {
    Path file = HistoryFile.of(Map.of(), home).orElseThrow();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void isDoneWithoutWhereItCannotBeWritten() throws Exception {
    Files.createFile(home.resolve("state"));

    assertThat(HistoryFile.of(Map.of("XDG_STATE_HOME", home.resolve("state").toString()), home))
        .isEmpty();
  }
}
