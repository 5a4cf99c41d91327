package dev.imagedb.output;

import dev.imagedb.fault.UserException;

/// Prints on standard error why a run could not go on.
public final class ErrorPrinter {
  private final Console console;

  public ErrorPrinter(Console console) {
    this.console = console;
  }

  /// What failed, and what to type next: `imagedb: …`, and under it ` try: …`.
  public void print(UserException failure) {
    console.warn(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    failure.hint().ifPresent(hint -> console.err().println("  try: " + TerminalText.escape(hint)));
    console.err().flush();
  }
}
