package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing leaves the machine: the kernel's own list of what each command connects to, looks up and
/// listens on, with nothing set that would forbid it. Skipped where no process may be traced.
final class PrivacyIT {
  private static final List<String> WITHOUT_DATABASE =
      List.of("encode", "models", "config", "completion", "man");
  private static final Path SAMPLES = Path.of("samples").toAbsolutePath();

  @TempDir static Path folder;

  @BeforeAll
  static void index() throws Exception {
    Programs.require("strace");
    assumeTrue(traces("true").isEmpty(), "no process may be traced here");
    // What the first run starts beside itself would be waited for.
    Launched.by(Launched.LAUNCHER, folder, "--version");
    assertThat(
            connections("index %s/pictures --model %s/model --db db".formatted(SAMPLES, SAMPLES)))
        .isEmpty();
    Files.copy(SAMPLES.resolve("pictures/captions.csv"), folder.resolve("captions.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index",
        "index --force --precision bf16",
        "index %s/pictures/shapes --model builtin --db other",
        "search heart",
        "search --image %s/pictures/shapes/white-square-on-pink.bmp",
        "search --text png --explain",
        "search --like %s/pictures/shapes/white-square-on-pink.bmp --json",
        "search --facet camera,year,folder",
        "search heart --gallery page.html",
        "search heart --sheet sheet.png",
        "search heart --preview=blocks",
        "show %s/pictures/shapes/white-square-on-pink.bmp",
        "list --csv",
        "label --labels heart,star --write",
        "duplicates",
        "eval captions.csv",
        "encode --prompt heart --model builtin",
        "models",
        "models info %s/model",
        "doctor --deep",
        "config",
        "status --skipped",
        "remove %s/pictures/patterns",
        "completion bash",
        "man",
        "shell"
      })
  void makesNoConnection(String command) throws Exception {
    assertThat(connections(command.replace("%s", SAMPLES.toString()))).isEmpty();
  }

  @Test
  void wouldSeeAConnection() throws Exception {
    Path trace = folder.resolve("pull.trace");
    List<String> pull = traced(trace, "models", "pull", "some/model");
    pull.add(pull.indexOf("strace"), "HF_ENDPOINT=http://127.0.0.1:9");
    Launched.end(Launched.start(folder, pull), folder);

    assertThat(abroad(trace)).anyMatch(line -> line.contains("127.0.0.1"));
  }

  @Test
  void servesThisMachineAlone() throws Exception {
    Path trace = folder.resolve("serve.trace");
    Process serve = Launched.start(folder, traced(trace, "serve", "--port", "0", "--db", "db"));
    try {
      while (serve.isAlive() && !Files.readString(folder.resolve("out")).contains("\n")) {
        Thread.sleep(50);
      }
    } finally {
      serve.descendants().forEach(ProcessHandle::destroy);
      serve.waitFor();
    }

    assertThat(Files.readString(folder.resolve("out"))).startsWith("http://127.0.0.1:");
    assertThat(lines(trace, "bind(")).isNotEmpty().allMatch(line -> line.contains("127.0.0.1"));
    assertThat(abroad(trace)).isEmpty();
  }

  /// Runs a command to its end; gives what it connected or sent to over any network.
  private static List<String> connections(String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    if (!WITHOUT_DATABASE.contains(words.getFirst()) && !words.contains("--db")) {
      words.addAll(List.of("--db", "db"));
    }
    Path trace = folder.resolve("trace");
    Process process = Launched.start(folder, traced(trace, words.toArray(String[]::new)));
    process.getOutputStream().close();
    Launched run = Launched.end(process, folder);
    assertThat(run.exit()).as(run.toString()).isIn(0, 3);
    return abroad(trace);
  }

  private static List<String> traced(Path trace, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "-u",
                "HF_HUB_OFFLINE",
                "strace",
                "-f",
                "-qq",
                "-o",
                trace.toString(),
                "-e",
                "trace=bind,connect,sendto,sendmsg,sendmmsg",
                Launched.LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Names are looked up by datagrams, so they count as connections, too.
  private static List<String> abroad(Path trace) throws IOException {
    return lines(trace, "AF_INET").stream().filter(line -> !line.contains("bind(")).toList();
  }

  private static List<String> lines(Path trace, String words) throws IOException {
    return Files.readAllLines(trace).stream().filter(line -> line.contains(words)).toList();
  }

  /// What strace itself has to say of a program, which is nothing where it may trace.
  private static String traces(String program) throws Exception {
    return Programs.output(folder, "strace", "-f", "-qq", "-e", "trace=connect", program);
  }
}
