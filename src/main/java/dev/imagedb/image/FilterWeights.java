package dev.imagedb.image;

import java.util.Arrays;

/// What each pixel of a resized line takes from which pixels of the original one, in fixed point.
///
/// Weights, their rounding and their order are those of Pillow's `Resample.c`, since model vectors
/// mean what they mean only on pixels made in this very way.
///
/// @param first shape (length): the first original pixel that counts
/// @param count shape (length): how many count
/// @param weights shape (length, taps): their weights, times 2^[#PRECISION_BITS]
/// @param taps the most that count for any pixel
@SuppressWarnings("ArrayRecordComponent") // made, read and dropped within one resize
record FilterWeights(int[] first, int[] count, int[] weights, int taps) {

  /// 32 bits, less 8 of the sample and 2 of headroom for filters that overshoot: a sum fits an int.
  static final int PRECISION_BITS = 22;

  /// Half of the last place, so that the shift that ends a sum rounds.
  static final int HALF = 1 << (PRECISION_BITS - 1);

  /// Weights for the pixels `from` to `from + length - 1` of a line that goes from `inSize` to
  /// `outSize` pixels.
  static FilterWeights of(
      Interpolation interpolation, int inSize, int outSize, int from, int length) {
    if (inSize == outSize) {
      return unchanged(from, length);
    }
    double scale = (double) inSize / outSize;
    double stretch = Math.max(scale, 1);
    double reach = interpolation.reach() * stretch;
    int taps = (int) Math.ceil(reach) * 2 + 1;
    int[] first = new int[length];
    int[] count = new int[length];
    int[] weights = new int[length * taps];
    double[] line = new double[taps];
    for (int i = 0; i < length; i++) {
      double centre = (from + i + 0.5) * scale;
      first[i] = Math.max((int) (centre - reach + 0.5), 0);
      count[i] = Math.min((int) (centre + reach + 0.5), inSize) - first[i];
      for (int tap = 0; tap < count[i]; tap++) {
        line[tap] = interpolation.weight((tap + first[i] - centre + 0.5) * (1 / stretch));
      }
      normalise(line, count[i], weights, i * taps);
    }
    return new FilterWeights(first, count, weights, taps);
  }

  /// A side that keeps its length is taken over as it is, by every filter.
  private static FilterWeights unchanged(int from, int length) {
    int[] first = new int[length];
    int[] count = new int[length];
    int[] weights = new int[length];
    Arrays.setAll(first, i -> from + i);
    Arrays.fill(count, 1);
    Arrays.fill(weights, 1 << PRECISION_BITS);
    return new FilterWeights(first, count, weights, 1);
  }

  /// Makes weights sum to one, and rounds them half away from zero.
  private static void normalise(double[] line, int count, int[] weights, int offset) {
    double sum = 0;
    for (int tap = 0; tap < count; tap++) {
      sum += line[tap];
    }
    for (int tap = 0; tap < count; tap++) {
      double weight = sum == 0 ? line[tap] : line[tap] / sum;
      double half = weight < 0 ? -0.5 : 0.5;
      weights[offset + tap] = (int) (half + weight * (1 << PRECISION_BITS));
    }
  }

  /// How many pixels the resized line, or the part of it that is wanted, has.
  int length() {
    return first.length;
  }

  /// The first original pixel that counts for any.
  int start() {
    return first[0];
  }

  /// One past the last original pixel that counts for any.
  int end() {
    int last = first.length - 1;
    return first[last] + count[last];
  }

  /// The 8-bit sample that a sum of weighted samples, begun at [#HALF], stands for.
  static byte sample(int sum) {
    return (byte) Math.min(Math.max(sum >> PRECISION_BITS, 0), 255);
  }
}
