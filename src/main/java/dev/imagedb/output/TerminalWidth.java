package dev.imagedb.output;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// The terminal's width in columns, found out when it is asked for, and again a second later: Java
/// is not told when a window changes. Safe for use by many threads.
final class TerminalWidth implements IntSupplier {
  private static final Duration MEMORY = Duration.ofSeconds(1);

  private final Map<String, String> environment;
  private final Supplier<OptionalInt> device;
  private final InstantSource clock;
  private Instant forgotten = Instant.MIN;
  private int width;

  TerminalWidth(Map<String, String> environment) {
    this(environment, TerminalDevice::widthFromStty, new SteadyTime());
  }

  TerminalWidth(
      Map<String, String> environment, Supplier<OptionalInt> device, InstantSource clock) {
    this.environment = environment;
    this.device = device;
    this.clock = clock;
  }

  @Override
  public synchronized int getAsInt() {
    Instant now = clock.instant();
    if (!now.isBefore(forgotten)) {
      width = find();
      forgotten = now.plus(MEMORY);
    }
    return width;
  }

  private int find() {
    OptionalInt wished = columns(environment.getOrDefault("COLUMNS", ""));
    OptionalInt known = wished.isPresent() ? wished : device.get();
    return known.orElse(Screen.USUAL_WIDTH);
  }

  /// A number of columns, if it is one. A terminal that does not know its width says 0.
  static OptionalInt columns(String text) {
    String digits = text.strip();
    if (!digits.matches("[1-9][0-9]{0,3}")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }
}
