package dev.imagedb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Pictures in a real terminal, as its user sees them.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no tmux")
class PreviewIT {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @BeforeEach
  void openATerminal() throws Exception {
    assumeTrue(isOnPath("tmux"), "there is no tmux");
    draw(Files.createDirectories(folder.resolve("pictures")).resolve("red.png"), Color.RED);
    Launched.by(Launched.LAUNCHER, folder, "index", "pictures", "--model", "builtin", "--db", "db");
    tmux("new-session", "-d", "-x", "80", "-y", "24", "env", "PS1=$ ", "sh");
  }

  @AfterEach
  void closeIt() throws Exception {
    if (isOnPath("tmux")) {
      tmux("kill-server");
    }
  }

  @Test
  void standBesideWhatIsKnownOfThem() throws Exception {
    type("clear; " + Launched.LAUNCHER + " list --db db --preview; echo do''ne");
    assertThat(screenWith("done\n"))
        .isEqualTo(
            """
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀  pictures/red.png
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀  size     96x64
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀

            done
            $
            """);
    assertThat(tmux("capture-pane", "-p", "-e")).contains("38;5;196m");
  }

  @Test
  void leaveTheTerminalAsItWas() throws Exception {
    String preview = Launched.LAUNCHER + " list --db db --preview";
    type("stty -a > before; " + preview + "; stty -a > after; clear; echo do''ne");
    assertThat(screenWith("done\n")).isEqualTo("done\n$\n");
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
  }

  private void type(String line) throws Exception {
    tmux("send-keys", line, "Enter");
  }

  /// What is on the screen when this is, without the spaces at the ends of lines.
  private String screenWith(String end) throws Exception {
    String screen = "";
    for (int tenths = 0; tenths < PATIENCE_SECONDS * 10 && !screen.contains(end); tenths++) {
      Thread.sleep(100);
      screen = tmux("capture-pane", "-p");
    }
    String shown = screen.lines().map(String::stripTrailing).collect(joining("\n"));
    return shown.strip() + "\n";
  }

  private String tmux(String... words) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of("tmux", "-L", "imagedb-" + folder.getFileName(), "-f", "/dev/null"),
                Stream.of(words))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("TMUX");
    builder.environment().remove("COLORTERM");
    builder.environment().put("IMAGEDB_JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return out;
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(any -> Files.isExecutable(Path.of(any, program)));
  }

  private static void draw(Path file, Color colour) throws IOException {
    BufferedImage image = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, 96, 64);
    pen.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
