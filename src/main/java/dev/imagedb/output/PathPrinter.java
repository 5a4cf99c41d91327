package dev.imagedb.output;

import java.nio.file.Path;

/// Absolute paths and nothing else, for other programs.
///
/// On a terminal, where nobody but a person reads, control characters are escaped. A line a path
/// cannot hold a name with a line break: in a pipe the name is written as it is, since a changed
/// name would be a wrong name, and a warning says what to use instead.
final class PathPrinter implements EntryPrinter {
  private final Console console;
  private final char terminator;
  private boolean warned;

  private PathPrinter(Console console, char terminator) {
    this.console = console;
    this.terminator = terminator;
  }

  static PathPrinter lines(Console console) {
    return new PathPrinter(console, '\n');
  }

  static PathPrinter nulTerminated(Console console) {
    return new PathPrinter(console, '\0');
  }

  @Override
  public void print(Entry entry) {
    print(entry.photo().file().path());
  }

  void print(Path file) {
    String path = file.toString();
    if (terminator == '\n' && path.indexOf('\n') >= 0) {
      warn(path);
    }
    console.out().print(console.raw(path));
    console.out().print(terminator);
  }

  @Override
  public void finish() {
    console.out().flush();
  }

  private void warn(String path) {
    if (!warned && !console.screen().showsOut()) {
      warned = true;
      console.warn("a name holds a line break, so lines are not paths; use --print0: " + path);
    }
  }
}
