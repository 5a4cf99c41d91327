package dev.imagedb.store;

/// How the cosines of one query lie over the pictures of an index. What belongs lies above the
/// median, so that only the half below it tells how far cosines scatter by chance.
///
/// @param median half of the cosines lie below it
/// @param deviation the root of the mean square of how far those below the median lie from it
record Scatter(double median, double deviation) {

  /// What rounding moves a cosine by lies well below this, what a picture says well above it.
  private static final double LEAST_DEVIATION = 0.001;

  /// @param cosines in ascending order, up to `count`
  static Scatter of(float[] cosines, int count) {
    if (count == 0) {
      return new Scatter(0, LEAST_DEVIATION);
    }
    double median = ((double) cosines[(count - 1) / 2] + cosines[count / 2]) / 2;
    double squares = 0;
    for (int i = 0; i < count && cosines[i] < median; i++) {
      squares += (median - cosines[i]) * (median - cosines[i]);
    }
    return new Scatter(median, Math.max(LEAST_DEVIATION, Math.sqrt(2 * squares / count)));
  }

  /// How many deviations a cosine lies above the median.
  double standard(double cosine) {
    return (cosine - median) / deviation;
  }
}
