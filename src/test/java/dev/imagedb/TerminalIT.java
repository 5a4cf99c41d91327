package dev.imagedb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Progress in a real terminal, of tmux.
class TerminalIT {
  /// More than a machine embeds while somebody looks at it.
  private static final int MANY = 4_000;

  private static final int PATIENCE_TENTHS = 600;

  @TempDir Path folder;
  private String socket = "";

  @BeforeEach
  void openATerminal() throws Exception {
    assumeTrue(isInstalled(), "tmux is not installed");
    socket = "imagedb-" + ProcessHandle.current().pid();
    tmux("new-session", "-d", "-x", "100", "-y", "20", "-c", folder.toString(), "sh");
    tmux("send-keys", "PS1='ready> '; clear", "Enter");
    await(screen -> screen.equals("ready> "));
  }

  @AfterEach
  void closeIt() throws Exception {
    if (!socket.isEmpty()) {
      tmux("kill-server");
    }
  }

  @Test
  void aBarIsDrawnFitsANarrowerWindowAndIsGoneAfterCtrlC() throws Exception {
    drawMany();
    type(Launched.LAUNCHER + " index . --model builtin --db db; echo ended $?");
    await(screen -> screen.contains("pictures, ") && screen.contains("/s"));

    tmux("resize-window", "-x", "50", "-y", "20");
    Thread.sleep(2_000);
    assertThat(screen().lines().filter(line -> line.contains("4,000"))).hasSizeLessThanOrEqualTo(1);

    tmux("send-keys", "C-c");
    await(screen -> screen.contains("\nended"));
    assertThat(screen())
        .contains("interrupted; what is counted is stored: ")
        .endsWith("\nended 130\nready> ");
    assertThat(screen().lines()).noneMatch(line -> line.startsWith("indexing"));
    assertThat(tmux("display", "-p", "#{cursor_flag} #{cursor_x}")).isEqualTo("1 7\n");
  }

  private void type(String command) throws Exception {
    tmux("send-keys", command, "Enter");
  }

  private void await(Predicate<String> wanted) throws Exception {
    for (int tenth = 0; tenth < PATIENCE_TENTHS; tenth++) {
      if (wanted.test(screen())) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the screen shows:\n" + screen());
  }

  /// What stands on the screen, without the empty lines below it.
  private String screen() throws Exception {
    return tmux("capture-pane", "-p").replaceFirst("\n+$", "").replaceFirst(">$", "> ");
  }

  private String tmux(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket, "-f", "/dev/null"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private void drawMany() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int number = 0; number < MANY; number++) {
      image.setRGB(0, 0, number);
      ImageIO.write(image, "png", Files.createFile(folder.resolve(number + ".png")).toFile());
    }
  }
}
