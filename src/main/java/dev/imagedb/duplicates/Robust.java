package dev.imagedb.duplicates;

import java.util.Arrays;

/// Weights that make much of what is usual and little of what stands out.
final class Robust {
  /// Scales a median of absolute differences to the deviation of a normal distribution.
  private static final double MEDIAN_TO_DEVIATION = 1.4826;

  /// Rounding alone makes cells differ by so many levels.
  private static final double LEAST_DEVIATION = 1;

  private Robust() {}

  /// Writes Cauchy weights: 1 where there is no difference, 1/2 at two deviations.
  ///
  /// @param weights at least as many as there are differences
  static void weigh(double[] differences, double[] weights) {
    double deviation = LEAST_DEVIATION + MEDIAN_TO_DEVIATION * medianSize(differences);
    for (int i = 0; i < differences.length; i++) {
      double relative = differences[i] / (2 * deviation);
      weights[i] = 1 / (1 + relative * relative);
    }
  }

  private static double medianSize(double[] differences) {
    double[] sizes = differences.clone();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    Arrays.sort(sizes);
    return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
  }
}
