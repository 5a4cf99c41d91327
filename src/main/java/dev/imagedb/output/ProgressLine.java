package dev.imagedb.output;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/// Shows on standard error how far something is, in the style that the screen asks for: drawn over
/// and over at most ten times a second, or in a line every few seconds. Safe for use by many
/// threads.
final class ProgressLine {
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);

  /// What is done before the first line needs none.
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  /// Left free at the end of the terminal's line: for the cursor, and for the `^C` that a terminal
  /// shows before anybody is told of it. Those would begin a second line, and the first would stay.
  private static final int MARGIN = 1 + "^C".length();

  private final Console console;
  private final InstantSource clock;
  private Instant next;

  ProgressLine(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
    this.next =
        console.screen().progress() == ProgressStyle.PLAIN
            ? clock.instant().plus(BETWEEN_LINES)
            : Instant.MIN;
  }

  /// Shows a text in place of the last one, if enough time has passed.
  ///
  /// @param text made only when it is shown, at the time that it is given
  synchronized void show(Function<Instant, ProgressText> text) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    switch (console.screen().progress()) {
      case AUTO, NONE -> {}
      case BAR -> {
        next = now.plus(BETWEEN_DRAWINGS);
        int width = console.screen().width().getAsInt();
        console.live().draw(text.apply(now).fitting(width - MARGIN), width);
      }
      case PLAIN -> {
        next = now.plus(BETWEEN_LINES);
        console.warn(text.apply(now).plain());
      }
    }
  }

  void clear() {
    console.live().clear();
  }
}
