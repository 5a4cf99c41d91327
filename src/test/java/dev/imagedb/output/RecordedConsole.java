package dev.imagedb.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/// A console that writes to memory.
public record RecordedConsole(Console console, StringWriter out, StringWriter err) {
  static final Path WORKING_DIRECTORY = Pictures.path("/home/ann");

  /// Nobody watches: both streams are pipes.
  public static RecordedConsole piped() {
    return on(Screen.NONE);
  }

  /// Both streams are a terminal without colours.
  public static RecordedConsole terminal(int width) {
    return on(new Screen(true, true, () -> width, false));
  }

  public static RecordedConsole on(Screen screen) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(new PrintWriter(out), new PrintWriter(err), screen, WORKING_DIRECTORY);
    return new RecordedConsole(console, out, err);
  }

  public String printed() {
    return out.toString();
  }

  public String warned() {
    return err.toString();
  }
}
