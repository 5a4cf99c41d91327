package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import dev.imagedb.output.ProgressStyle;
import dev.imagedb.output.Screen;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// One run of the program in memory, as a shell would see it with both streams in pipes.
record CliRun(int exit, String out, String err) {

  /// Runs a command line in a folder, which is the user's home, too.
  static CliRun in(Path folder, String... arguments) {
    return in(folder, Map.of(), arguments);
  }

  static CliRun in(Path folder, Map<String, String> variables, String... arguments) {
    return on(Screen.NONE, InputStream.nullInputStream(), folder, variables, arguments);
  }

  /// Runs a command line where a person reads both streams, on a terminal of 100 columns.
  static CliRun watched(Path folder, byte[] input, String... arguments) {
    Screen terminal = new Screen(true, true, () -> 100, false, ProgressStyle.PLAIN);
    return on(terminal, new ByteArrayInputStream(input), folder, Map.of(), arguments);
  }

  /// Runs a command line that is handed these bytes on standard input.
  static CliRun reading(byte[] input, Path folder, String... arguments) {
    return on(Screen.NONE, new ByteArrayInputStream(input), folder, Map.of(), arguments);
  }

  private static CliRun on(
      Screen screen,
      InputStream input,
      Path folder,
      Map<String, String> variables,
      String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), screen, folder);
    int exit = CommandTree.run(program(console, input, variables, folder), arguments);
    return new CliRun(exit, out.toString(), err.toString());
  }

  /// A program whose output nobody reads, in a folder that is the user's home, too.
  static Program program(Path folder, Map<String, String> variables) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    Console console = new Console(nobody, nobody, Screen.NONE, folder);
    return program(console, InputStream.nullInputStream(), variables, folder);
  }

  /// A program on any console.
  static Program program(
      Console console, InputStream input, Map<String, String> variables, Path folder) {
    return new Program(
        console,
        input,
        variables,
        folder,
        LuceneStore::new,
        Clock.systemUTC(),
        new Cancellation(),
        Continuity.NONE,
        _ -> 0);
  }

  /// Checks all that the run left behind: exit code, standard output and standard error.
  void was(int exit, String out, String err) {
    assertThat(this).isEqualTo(new CliRun(exit, out, err));
  }

  /// Checks that the run went well and warned of nothing, and gives its standard output.
  String done() {
    assertThat(this).isEqualTo(new CliRun(0, out, ""));
    return out;
  }

  /// Checks that the run failed with this on standard error, and printed no results.
  void failed(int exit, String... lines) {
    was(exit, "", String.join("\n", lines) + "\n");
  }

  @Override
  public String toString() {
    return "exit " + exit + "\n--- out\n" + out + "--- err\n" + err;
  }
}
