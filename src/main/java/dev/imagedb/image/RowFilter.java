package dev.imagedb.image;

/// Resizes rows of pixels, one after the other.
///
/// Most of a resize is spent here, in multiplications. Red and blue share one: they lie in the two
/// halves of a long, and what the lower half borrows from the upper one is given back at the end.
/// That takes two thirds of the time of three plain sums. Not thread-safe.
final class RowFilter {
  private static final long BOTH_HALVES = FilterWeights.HALF * ((1L << 32) + 1);

  private final FilterWeights weights;
  private final int firstColumn;
  private final long[] redAndBlue;
  private final int[] green;

  /// For rows of which all the columns that count are there.
  ///
  /// @param firstColumn which column of the original the rows begin with
  RowFilter(FilterWeights weights, int firstColumn) {
    this.weights = weights;
    this.firstColumn = firstColumn;
    this.redAndBlue = new long[weights.end() - weights.start()];
    this.green = new int[redAndBlue.length];
  }

  /// Resizes one row.
  ///
  /// @param row where the row begins in `in`
  /// @param outRow where the resized row begins in `out`
  void apply(byte[] in, int row, byte[] out, int outRow) {
    unpack(in, row + (weights.start() - firstColumn) * 3);
    int length = weights.length();
    for (int x = 0; x < length; x++) {
      int first = weights.first()[x] - weights.start();
      pixel(first, weights.count()[x], x * weights.taps(), out, outRow + x * 3);
    }
  }

  private void unpack(byte[] in, int offset) {
    for (int x = 0; x < green.length; x++) {
      int pixel = offset + x * 3;
      redAndBlue[x] = (in[pixel] & 0xffL) | (in[pixel + 2] & 0xffL) << 32;
      green[x] = in[pixel + 1] & 0xff;
    }
  }

  private void pixel(int first, int count, int taps, byte[] out, int at) {
    int[] factors = weights.weights();
    long both = BOTH_HALVES;
    int greenSum = FilterWeights.HALF;
    for (int tap = 0; tap < count; tap++) {
      int factor = factors[taps + tap];
      both += factor * redAndBlue[first + tap];
      greenSum += factor * green[first + tap];
    }
    int redSum = (int) both;
    out[at] = FilterWeights.sample(redSum);
    out[at + 1] = FilterWeights.sample(greenSum);
    out[at + 2] = FilterWeights.sample((int) ((both - redSum) >> 32));
  }
}
