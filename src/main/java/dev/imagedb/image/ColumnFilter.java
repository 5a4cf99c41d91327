package dev.imagedb.image;

import java.util.Arrays;

/// Resizes columns of pixels, one new row after the other, from the top down.
///
/// Every original row counts for several new ones. Each is widened to ints once, and kept while it
/// is needed: the sums then run over ints alone, which the compiler turns into vector instructions
/// as it does not for unsigned bytes. Not thread-safe.
final class ColumnFilter {
  private final FilterWeights weights;
  private final int firstRow;
  private final RgbImage in;
  private final int left;
  private final int[] sums;

  /// Shape (taps, samples): original row `y` lies at `y` modulo taps.
  private final int[][] rows;

  private int nextRow;

  /// For the columns `left` to `right - 1` of a picture.
  ///
  /// @param firstRow which row of the original the picture's first one is
  ColumnFilter(FilterWeights weights, RgbImage in, int firstRow, int left, int right) {
    this.weights = weights;
    this.in = in;
    this.firstRow = firstRow;
    this.left = left;
    this.sums = new int[(right - left) * 3];
    this.rows = new int[weights.taps()][sums.length];
    this.nextRow = weights.start();
  }

  /// All new rows.
  ///
  /// @return shape (weights.length, right - left, 3)
  byte[] apply() {
    byte[] out = new byte[weights.length() * sums.length];
    for (int y = 0; y < weights.length(); y++) {
      int first = weights.first()[y];
      int count = weights.count()[y];
      unpackUpTo(first + count);
      Arrays.fill(sums, FilterWeights.HALF);
      for (int tap = 0; tap < count; tap++) {
        int factor = weights.weights()[y * weights.taps() + tap];
        add(sums, rows[(first + tap) % rows.length], factor);
      }
      store(sums, out, y * sums.length);
    }
    return out;
  }

  private void unpackUpTo(int end) {
    for (; nextRow < end; nextRow++) {
      int offset = ((nextRow - firstRow) * in.width() + left) * 3;
      int[] row = rows[nextRow % rows.length];
      byte[] rgb = in.rgb();
      for (int i = 0; i < row.length; i++) {
        row[i] = rgb[offset + i] & 0xff;
      }
    }
  }

  private static void add(int[] sums, int[] row, int factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * row[i];
    }
  }

  private static void store(int[] sums, byte[] out, int offset) {
    for (int i = 0; i < sums.length; i++) {
      out[offset + i] = FilterWeights.sample(sums[i]);
    }
  }
}
