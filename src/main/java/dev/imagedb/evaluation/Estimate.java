package dev.imagedb.evaluation;

import java.util.Arrays;
import java.util.Random;

/// A mean, and between which bounds it would lie with other topics of the same kind.
///
/// @param low 2.5 % of resamples have a lower mean
/// @param high 2.5 % of resamples have a higher mean
public record Estimate(double mean, double low, double high) {
  private static final int RESAMPLES = 2_000;
  private static final double TAIL = 0.025;

  /// Any would do; with always the same one, a run can be repeated to the last digit.
  private static final long SEED = 20_080_904;

  /// The mean of some values, with its 95 % interval by the percentile bootstrap (Efron and
  /// Tibshirani, 1993, chapter 13): the values are drawn anew, with replacement, many times over.
  ///
  /// @param values one a topic, at least one
  static Estimate of(double[] values) {
    Random random = new Random(SEED);
    double[] means = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      double sum = 0;
      for (int draw = 0; draw < values.length; draw++) {
        sum += values[random.nextInt(values.length)];
      }
      means[resample] = sum / values.length;
    }
    Arrays.sort(means);
    int below = (int) (TAIL * RESAMPLES);
    double mean = Arrays.stream(values).sum() / values.length;
    return new Estimate(mean, means[below], means[RESAMPLES - 1 - below]);
  }
}
