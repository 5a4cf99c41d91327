package dev.imagedb.bench;

import java.util.Locale;

/// What a figure, or the ratio of two, is meant to reach.
public record Target(Bound bound, double value) {

  /// Which side of the value is the good one.
  public enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  public static Target atLeast(double value) {
    return new Target(Bound.AT_LEAST, value);
  }

  public static Target atMost(double value) {
    return new Target(Bound.AT_MOST, value);
  }

  public boolean isMetBy(double figure) {
    return switch (bound) {
      case AT_LEAST -> figure >= value;
      case AT_MOST -> figure <= value;
    };
  }

  /// As it is written: `≥ 0.92`, `≥ 50,000`.
  @Override
  public String toString() {
    String format = value == Math.rint(value) ? "%s %,.0f" : "%s %.2f";
    return String.format(Locale.ROOT, format, bound.sign, value);
  }
}
