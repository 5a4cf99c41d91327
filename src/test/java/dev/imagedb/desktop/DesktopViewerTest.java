package dev.imagedb.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "opens with POSIX's programs")
class DesktopViewerTest {
  @TempDir Path folder;

  private Path picture = Path.of("");

  @BeforeEach
  void drawAPicture() throws IOException {
    picture = Files.writeString(folder.resolve("a b.jpg"), "picture");
  }

  @Test
  void runsTheProgramOfItsUsersChoice() throws IOException {
    Path seen = Files.createDirectories(folder.resolve("seen"));
    new DesktopViewer(Map.of("IMAGEDB_OPENER", "cp -t " + seen), "Linux").open(picture);
    assertThat(seen.resolve("a b.jpg")).hasContent("picture");
  }

  @Test
  void runsWhatTheSystemHasElse() throws IOException {
    Path program = Files.createFile(folder.resolve("xdg-open"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Map<String, String> path = Map.of("PATH", "/nowhere:" + folder);
    assertThat(new DesktopViewer(path, "Linux").opener()).containsExactly("xdg-open");
    assertThat(new DesktopViewer(Map.of(), "Windows 11").opener())
        .containsExactly("cmd", "/c", "start", "\"\"");
  }

  @Test
  void saysWhatToSetWhereThereIsNothing() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new DesktopViewer(Map.of("PATH", "/nowhere"), "Linux").open(picture))
        .withMessage("nothing here opens files: there is no xdg-open")
        .satisfies(
            failure ->
                assertThat(failure.hint())
                    .contains("set IMAGEDB_OPENER to a program that shows pictures"));
  }

  @Test
  void saysWhatFailed() {
    assertFails("false", "false could not open " + picture + " (exit code 1)");
    assertFails("/nowhere/at-all", "/nowhere/at-all cannot be run to open " + picture);
  }

  @Test
  void opensNothingThatIsGone() throws IOException {
    Files.delete(picture);
    assertFails("true", picture + " is gone");
  }

  private void assertFails(String opener, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () -> new DesktopViewer(Map.of("IMAGEDB_OPENER", opener), "Linux").open(picture))
        .withMessage(message);
  }
}
