package dev.imagedb.store;

/// How the cosines of one query lie over the pictures of an index. What belongs lies above the
/// median, so that only the half below it tells how far cosines scatter by chance. Above it they
/// scatter wider, since pictures can be somewhat like what is asked for. Over captions and prompts
/// under two models, two halves of normal distributions, each of its own width, foretell how many
/// pictures that do not belong lie in the topmost thousandth to within a factor of about two.
///
/// @param median half of the cosines lie below it
/// @param deviation the root of the mean square of how far those below the median lie from it
/// @param above the same for those above it, as far as pictures that do not belong go
record Scatter(double median, double deviation, double above) {

  /// What rounding moves a cosine by lies well below this, what a picture says well above it.
  private static final double LEAST_DEVIATION = 0.001;

  /// By how much the half above may be wider. What lies still farther out belongs.
  private static final double WIDEST = 1.4;

  /// By how much its width may grow from where one normal deviation ends to where two do.
  private static final double GROWTH = 1.1;

  /// @param cosines in ascending order, up to `count`
  static Scatter of(float[] cosines, int count) {
    if (count == 0) {
      return new Scatter(0, LEAST_DEVIATION, LEAST_DEVIATION);
    }
    double median = ((double) cosines[(count - 1) / 2] + cosines[count / 2]) / 2;
    double squares = 0;
    for (int i = 0; i < count && cosines[i] < median; i++) {
      squares += (median - cosines[i]) * (median - cosines[i]);
    }
    double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(2 * squares / count));
    // Of a normal distribution, these shares lie below 1 and below 1.645 deviations.
    double near = Math.max(deviation, cosines[(int) (0.8413 * (count - 1))] - median);
    double far = (cosines[(int) (0.95 * (count - 1))] - median) / 1.645;
    double widest = Math.min(WIDEST * deviation, GROWTH * near);
    return new Scatter(median, deviation, Math.clamp(far, deviation, widest));
  }

  /// How many deviations a cosine lies above the median.
  double standard(double cosine) {
    return (cosine - median) / deviation;
  }

  /// The same, in deviations of its own half: how rarely chance alone goes that far.
  double rarity(double cosine) {
    return (cosine - median) / (cosine > median ? above : deviation);
  }
}
