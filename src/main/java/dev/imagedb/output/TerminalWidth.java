package dev.imagedb.output;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// The terminal's width in columns, found out when it is first asked for. Safe for use by many
/// threads.
final class TerminalWidth implements IntSupplier {
  private final Map<String, String> environment;
  private final Supplier<OptionalInt> device;
  private int width;

  TerminalWidth(Map<String, String> environment) {
    this(environment, TerminalDevice::widthFromStty);
  }

  TerminalWidth(Map<String, String> environment, Supplier<OptionalInt> device) {
    this.environment = environment;
    this.device = device;
  }

  @Override
  public synchronized int getAsInt() {
    if (width == 0) {
      width = find();
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
