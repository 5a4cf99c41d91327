package dev.imagedb.bench;

import java.util.Collection;

/// Figures of several rounds in three numbers.
public record Spread(double lowest, double median, double highest) {

  /// The spread of at least one figure.
  public static Spread of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }
}
