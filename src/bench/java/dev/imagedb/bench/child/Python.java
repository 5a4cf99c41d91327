package dev.imagedb.bench.child;

import com.google.gson.Gson;
import dev.imagedb.bench.Skip;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Python that the peers run in. Its programs may use all cores.
public final class Python {
  private static final Path SCRIPTS = Path.of("src", "bench", "python").toAbsolutePath();
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "OMP_NUM_THREADS",
          Integer.toString(Runtime.getRuntime().availableProcessors()),
          "HF_HUB_OFFLINE",
          "1");

  /// What is installed.
  ///
  /// @param vocabulary the file that OpenCLIP's tokenizer reads
  /// @param versions by the packages' names
  public record Peers(String vocabulary, Map<String, String> versions) {}

  private final Path interpreter;
  private final Peers peers;

  private Python(Path interpreter, Peers peers) {
    this.interpreter = interpreter;
    this.peers = peers;
  }

  /// A Python that has all that the peers need.
  ///
  /// @throws Skip where it is not there, or lacks something
  public static Python at(Path interpreter) throws Skip, InterruptedException {
    if (!Files.exists(interpreter)) {
      throw new Skip("the peers could not be installed: there is no " + interpreter);
    }
    try {
      Child answer = run(interpreter, "peers.py");
      return new Python(interpreter, new Gson().fromJson(answer.out(), Peers.class));
    } catch (IOException e) {
      throw new Skip("the peers are not installed: " + e.getMessage());
    }
  }

  public Peers peers() {
    return peers;
  }

  /// Runs a script to its end.
  public Child run(String script, String... arguments) throws IOException, InterruptedException {
    return run(interpreter, script, arguments);
  }

  private static Child run(Path interpreter, String script, String... arguments)
      throws IOException, InterruptedException {
    Stream<String> start = Stream.of(interpreter.toString(), SCRIPTS.resolve(script).toString());
    return Child.run(Stream.concat(start, Stream.of(arguments)).toList(), ENVIRONMENT);
  }

  /// Starts a script that answers a line with a line.
  public Conversation converse(String script, String... arguments) throws IOException {
    Stream<String> start = Stream.of(interpreter.toString(), SCRIPTS.resolve(script).toString());
    ProcessBuilder builder =
        Child.builder(Stream.concat(start, Stream.of(arguments)).toList(), ENVIRONMENT);
    return new Conversation(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// A script that waits for its next order.
  public static final class Conversation implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private Conversation(Process process) {
      this.process = process;
      this.answers =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Sends a line and waits for the answer.
    public String ask(String line) throws IOException {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return Optional.ofNullable(answers.readLine())
          .orElseThrow(() -> new IOException("the program ended instead of answering " + line));
    }

    /// Lets it end, which it does when nothing more can come.
    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      process.onExit().join();
      answers.close();
    }
  }
}
