package dev.imagedb.output;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// One line on standard error that is drawn over and over, and gone at the end.
///
/// Drawn only on a terminal, at most ten times a second, and never as wide as it, since a full line
/// would wrap. Safe for use by many threads.
final class ProgressLine {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Console console;
  private final InstantSource clock;
  private Instant next = Instant.MIN;
  private int drawn;

  ProgressLine(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  /// Draws a text in place of the last one, if enough time has passed.
  ///
  /// @param text made only when it is drawn
  synchronized void draw(Supplier<String> text) {
    if (!console.screen().showsErr() || clock.instant().isBefore(next)) {
      return;
    }
    next = clock.instant().plus(PAUSE);
    int room = console.screen().width().getAsInt() - 1;
    replace(DisplayWidth.cutEnd(TerminalText.escape(text.get()), room));
  }

  synchronized void clear() {
    if (drawn > 0) {
      replace("");
      console.err().print('\r');
      console.err().flush();
    }
  }

  private void replace(String text) {
    console.err().print('\r' + DisplayWidth.padEnd(text, drawn));
    console.err().flush();
    drawn = DisplayWidth.of(text);
  }
}
