package dev.imagedb.soak;

import java.util.List;
import java.util.Locale;

/// Whether a figure grows: the median of its last quarter beside that of its first. A few odd
/// rounds move neither, and what is gained in warming up is over within the first quarter of an
/// hour.
///
/// @param name what is told of, with its unit
/// @param share how much larger it may be at last, as a part of what it was
/// @param slack and how much beyond that, in its unit
record Trend(String name, List<Double> values, double share, double slack) {
  Trend {
    values = List.copyOf(values);
  }

  double first() {
    return median(values.subList(0, quarter()));
  }

  double last() {
    return median(values.subList(values.size() - quarter(), values.size()));
  }

  private int quarter() {
    return Math.max(1, values.size() / 4);
  }

  double most() {
    return first() * (1 + share) + slack;
  }

  boolean isFlat() {
    return last() <= most();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %.1f in the first quarter, %.1f in the last (at most %.1f)",
        name,
        first(),
        last(),
        most());
  }
}
