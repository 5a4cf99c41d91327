package dev.imagedb.output;

import dev.imagedb.photo.Photo;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;

/// Where a run writes, and who watches.
///
/// Everything that prints is handed one, so that tests run in memory. The writers are buffered:
/// printers flush when they are done. As safe for threads as its writers, which are.
///
/// @param out for results
/// @param err for everything else
/// @param workingDirectory absolute; paths under it are shown relative to it in tables
/// @param live what progress is drawn on
public record Console(
    PrintWriter out, PrintWriter err, Screen screen, Path workingDirectory, LiveLine live) {

  /// A console of any two writers.
  public Console(PrintWriter out, PrintWriter err, Screen screen, Path workingDirectory) {
    this(out, err, screen, workingDirectory, new LiveLine(err));
  }

  /// The console of this process.
  ///
  /// What goes to a file or a pipe is UTF-8, whatever the locale; what goes to a terminal is in the
  /// terminal's own encoding. A stream counts as a terminal only where that is certain. The width,
  /// which takes longer to find out, is asked for only where something must fit it.
  ///
  /// @param environment for `COLUMNS`, `TERM` and what [ColourChoice#of] asks
  public static Console of(
      PrintStream out, PrintStream err, Map<String, String> environment, Path workingDirectory) {
    Screen screen = TerminalDevice.screen(environment);
    LiveLine live = new LiveLine(new PrintWriter(err, false, err.charset()));
    return new Console(
        writer(out, screen.showsOut(), live),
        writer(err, screen.showsErr(), live),
        screen,
        workingDirectory.toAbsolutePath().normalize(),
        live);
  }

  private static PrintWriter writer(PrintStream stream, boolean terminal, LiveLine live) {
    Charset charset = terminal ? stream.charset() : StandardCharsets.UTF_8;
    OutputStream target = terminal ? new AboveLiveLine(stream, live) : stream;
    return new PrintWriter(target, false, charset);
  }

  /// The same, as the user wants it to look.
  public Console with(ColourChoice colours, ProgressStyle progress) {
    Screen wanted = screen.with(colours).with(progress);
    return new Console(out, err, wanted, workingDirectory, live);
  }

  /// Leaves the terminal clean: progress is shown no more.
  public void endProgress() {
    live.end();
  }

  /// The same in front of whoever watches, by way of other writers.
  public Console writingTo(PrintWriter results, PrintWriter others) {
    return new Console(results, others, screen, workingDirectory);
  }

  /// The same on a terminal whose width somebody knows better.
  public Console asWideAs(IntSupplier width) {
    return new Console(out, err, screen.asWideAs(width), workingDirectory, live);
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

  /// Prints on standard error what to type next, under the line that it belongs to.
  public void hint(String next) {
    err.println("  try: " + TerminalText.escape(next));
    err.flush();
  }

  /// A path for people: relative where it is under the working directory, fit for a terminal.
  public String shown(Path path) {
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
