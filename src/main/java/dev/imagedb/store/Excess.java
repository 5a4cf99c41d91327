package dev.imagedb.store;

/// How many more pictures lie high than chance explains: what tells of a kind that a large library
/// holds much of, however large the library (a local false discovery rate, after Efron, "Size,
/// power and false discovery rates", Annals of Statistics 2007).
///
/// The rarity of a cosine is cut into steps. Of a step's pictures, those that a normal distribution
/// puts there are taken off twice, since the upper ends of real queries are heavier than that.
final class Excess {
  private static final double STEP = 0.25;
  private static final int STEPS = 32;
  private static final double CHANCE = 2;

  /// A step with a few pictures proves little.
  private static final double DOUBT = 2;

  private final Scatter scatter;
  private final double[] share = new double[STEPS];

  /// @param ascending the cosines in ascending order, up to `count`
  Excess(Scatter scatter, float[] ascending, int count) {
    this.scatter = scatter;
    int[] seen = new int[STEPS];
    for (int i = count - 1; i >= 0 && ascending[i] > scatter.median(); i--) {
      seen[step(ascending[i])]++;
    }
    double least = 0;
    for (int step = 0; step < STEPS; step++) {
      double byChance = count * (upperTail(step * STEP) - upperTail((step + 1) * STEP));
      least = Math.max(least, (seen[step] - CHANCE * byChance) / (seen[step] + DOUBT));
      share[step] = least;
    }
  }

  /// The share of the pictures about this cosine that chance does not explain; never less for a
  /// greater cosine.
  double share(double cosine) {
    return cosine > scatter.median() ? share[step(cosine)] : 0;
  }

  private int step(double cosine) {
    return (int) Math.min(STEPS - 1, scatter.rarity(cosine) / STEP);
  }

  /// How much of a normal distribution lies above so many deviations, 0 or more: within 0.0000001
  /// (Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.2.17).
  static double upperTail(double deviations) {
    double t = 1 / (1 + 0.2316419 * deviations);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return series * Math.exp(-deviations * deviations / 2) / Math.sqrt(2 * Math.PI);
  }
}
