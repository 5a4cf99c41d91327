package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `imagedb shell` as a person has it, in a terminal (tmux).
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class ShellIT {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int PAUSE_MILLIS = 100;

  @TempDir Path folder;

  private String terminal = "";

  @BeforeEach
  void indexTheSamples() throws Exception {
    Programs.require("tmux", "bash");
    terminal = folder.resolve("tmux").toString();
    Path samples = Path.of("samples").toAbsolutePath();
    Launched index =
        Launched.by(
            Launched.LAUNCHER,
            folder,
            "index",
            samples.resolve("pictures").toString(),
            "--model",
            samples.resolve("model").toString(),
            "--db",
            "db");
    assertThat(index.exit()).isZero();
  }

  @AfterEach
  void closeTheTerminal() throws Exception {
    tmux("kill-server");
  }

  @Test
  void answersCompletesAndLeavesTheTerminalAsItWas() throws Exception {
    start("xterm-256color", 80, 24);
    type("three red triangles on an orange background -k 2", "Enter");
    await(screen -> screen.contains("three-red-triangles-on-orange") && endsInPrompt(screen));

    type("like 1 --so", "Tab");
    await(screen -> screen.contains("> like 1 --sort"));
    type("C-c");
    await(ShellIT::endsInPrompt);

    type("show 9", "Enter");
    String answer = "there is no hit 9: the last search shows 1 to 2";
    await(screen -> screen.contains(answer) && endsInPrompt(screen));

    type("Up", "Up", "Enter");
    await(screen -> screen.split("#  +score", -1).length == 3 && endsInPrompt(screen));

    type("C-d");
    await(screen -> screen.contains("left 0"));
    type("stty -a", "Enter");
    await(screen -> screen.contains(" icanon ") && screen.contains(" echo "));
  }

  @Test
  void showsALongAnswerAPageAtATime() throws Exception {
    start("xterm-256color", 80, 10);
    type("list", "Enter");
    await(screen -> screen.contains("more: space for a page, enter for a line, q to leave"));
    type("C-c");
    await(ShellIT::endsInPrompt);
    type("search --count", "Enter");
    await(screen -> screen.contains("> search --count\n") && endsInPrompt(screen));
    type("C-d");
    await(screen -> screen.contains("left 0"));
  }

  @Test
  void obeysCtrlCAndAnswersWhereNoEscapeCodeIsObeyed() throws Exception {
    start("dumb", 80, 24);
    type("half a line", "C-c");
    await(screen -> screen.contains("half a line") && endsInPrompt(screen));
    type("search --text triangles --count", "Enter");
    await(screen -> screen.contains("--count\n") && endsInPrompt(screen));
    type("exit", "Enter");
    await(screen -> screen.contains("left 0"));
  }

  @Test
  void readsCommandsFromAPipe() throws Exception {
    Files.writeString(
        folder.resolve("commands"), "search --count\nshow nowhere.jpg\nlist -k 1 --paths\n");
    Process process =
        Launched.start(
            folder, List.of("bash", "-c", Launched.LAUNCHER + " shell --db db < commands"));
    Launched run = Launched.end(process, folder);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).matches("\\d+\n/.*\n").doesNotContain("\u001b", ">");
    assertThat(run.err()).startsWith("imagedb: ").contains("is not in the database");
  }

  private void start(String type, int columns, int rows) throws Exception {
    String[] variables = {
      "XDG_STATE_HOME=" + folder,
      "XDG_CACHE_HOME=" + folder.resolve("cache"),
      "IMAGEDB_JAVA_HOME=" + System.getProperty("java.home"),
      "IMAGEDB_DB=" + folder.resolve("db")
    };
    String command = "env %s bash --norc".formatted(String.join(" ", variables));
    String width = Integer.toString(columns);
    tmux("-f", "/dev/null", "new-session", "-d", "-x", width, "-y", "" + rows, command);
    type("TERM=" + type + " " + Launched.LAUNCHER + " shell; echo left $?", "Enter");
    await(ShellIT::endsInPrompt);
  }

  private void type(String... keys) throws Exception {
    for (String key : keys) {
      tmux("send-keys", key);
    }
  }

  private static boolean endsInPrompt(String screen) {
    return screen.stripTrailing().endsWith(" pictures>");
  }

  private void await(Predicate<String> condition) throws Exception {
    String screen = "";
    for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
      screen = tmux("capture-pane", "-p");
      if (condition.test(screen)) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    assertThat(screen).as("the screen in the end").matches(condition);
  }

  private String tmux(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 3];
    command[0] = "tmux";
    command[1] = "-S";
    command[2] = terminal;
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    return Programs.output(folder, command);
  }
}
