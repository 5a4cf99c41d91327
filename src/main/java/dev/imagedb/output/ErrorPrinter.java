package dev.imagedb.output;

import dev.imagedb.fault.UserException;

/// Prints on standard error why a run could not go on.
public final class ErrorPrinter {
  private final Console console;

  public ErrorPrinter(Console console) {
    this.console = console;
  }

  /// What failed, where, and what to type next: `imagedb: …`, and under it, indented, the excerpt
  /// and `try: …`.
  public void print(UserException failure) {
    console.warn(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    failure.excerpt().stream().flatMap(String::lines).forEach(this::printIndented);
    failure.hint().ifPresent(console::hint);
    console.err().flush();
  }

  private void printIndented(String line) {
    console.err().println("  " + TerminalText.escape(line));
  }
}
