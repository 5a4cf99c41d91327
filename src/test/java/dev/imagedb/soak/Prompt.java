package dev.imagedb.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;

/// `imagedb shell`, and somebody at its prompt.
record Prompt(Process process, Writer in, BufferedReader out) implements AutoCloseable {

  static Prompt start(Imagedb imagedb) throws IOException {
    Process process = imagedb.command("shell").redirectOutput(Redirect.PIPE).start();
    return new Prompt(process, process.outputWriter(), process.inputReader());
  }

  /// How many pictures it knows, after it was asked for one by words.
  int stored() throws IOException {
    ask("search \"a red circle\" --paths -k 1");
    return Integer.parseInt(ask("search --ext jpg,png --count"));
  }

  /// Asks what is answered in one line.
  private String ask(String command) throws IOException {
    in.write(command + "\n");
    in.flush();
    String answer = out.readLine();
    if (answer == null) {
      throw new AssertionError("the shell has ended: " + command);
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
