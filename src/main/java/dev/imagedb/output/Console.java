package dev.imagedb.output;

import dev.imagedb.photo.Photo;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Where a run writes, and who watches.
///
/// Everything that prints is handed one, so that tests run in memory. The writers are buffered:
/// printers flush when they are done. As safe for threads as its writers, which are.
///
/// @param out for results
/// @param err for everything else
/// @param workingDirectory absolute; paths under it are shown relative to it in tables
public record Console(PrintWriter out, PrintWriter err, Screen screen, Path workingDirectory) {

  /// The console of this process.
  ///
  /// What goes to a file or a pipe is UTF-8, whatever the locale; what goes to a terminal is in the
  /// terminal's own encoding. A stream counts as a terminal only where that is certain. The width,
  /// which takes longer to find out, is asked for only where something must fit it.
  ///
  /// @param environment for `COLUMNS`, `NO_COLOR` and `TERM`
  public static Console of(
      PrintStream out, PrintStream err, Map<String, String> environment, Path workingDirectory) {
    Screen screen = TerminalDevice.screen(environment);
    return new Console(
        writer(out, screen.showsOut()),
        writer(err, screen.showsErr()),
        screen,
        workingDirectory.toAbsolutePath().normalize());
  }

  private static PrintWriter writer(PrintStream stream, boolean terminal) {
    Charset charset = terminal ? stream.charset() : StandardCharsets.UTF_8;
    return new PrintWriter(stream, false, charset);
  }

  /// Sends what is buffered on its way.
  public void flush() {
    out.flush();
    err.flush();
  }

  /// Prints a line on standard error that begins with the program's name.
  public void warn(String message) {
    err.println("imagedb: " + TerminalText.escape(message));
    err.flush();
  }

  /// A path for people: relative where it is under the working directory, fit for a terminal.
  String shown(Path path) {
    boolean below = path.startsWith(workingDirectory) && !path.equals(workingDirectory);
    return TerminalText.escape((below ? workingDirectory.relativize(path) : path).toString());
  }

  /// A picture's name, without its folder, fit for a terminal.
  public String name(Photo photo) {
    return TerminalText.escape(String.valueOf(photo.file().path().getFileName()));
  }

  /// Text that stands on standard output by itself: escaped where a terminal would obey it.
  String raw(String text) {
    return screen.showsOut() ? TerminalText.escape(text) : text;
  }
}
