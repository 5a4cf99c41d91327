package dev.imagedb.image;

/// Resizes pictures exactly as Pillow does: filters that widen when they shrink, fixed-point
/// weights, one pass across and one down, each rounded to 8 bits. All methods are pure.
public final class Resampler {
  private Resampler() {}

  /// The whole picture at another size.
  public static RgbImage resize(
      RgbImage source, int width, int height, Interpolation interpolation) {
    return resize(source, width, height, interpolation, Window.whole(width, height));
  }

  /// A window of the picture at another size: the same pixels as resizing and then cropping would
  /// give, without the work for those outside.
  ///
  /// @param width of the whole resized picture
  /// @param height of the whole resized picture
  /// @param window within the resized picture
  public static RgbImage resize(
      RgbImage source, int width, int height, Interpolation interpolation, Window window) {
    if (!window.fitsInto(width, height)) {
      throw new IllegalArgumentException(window + " lies outside of " + width + " x " + height);
    }
    if (source.width() == width && source.height() == height) {
      return crop(source, window);
    }
    if (interpolation == Interpolation.NEAREST) {
      return nearest(source, width, height, window);
    }
    return filter(source, width, height, interpolation, window);
  }

  private static RgbImage filter(
      RgbImage source, int width, int height, Interpolation interpolation, Window window) {
    FilterWeights across =
        FilterWeights.of(interpolation, source.width(), width, window.left(), window.width());
    FilterWeights down =
        FilterWeights.of(interpolation, source.height(), height, window.top(), window.height());
    if (columnsFirst(source, width, height)) {
      RgbImage flat = downColumns(source, 0, across.start(), across.end(), down);
      return acrossRows(flat, across.start(), 0, window.height(), across);
    }
    RgbImage narrow = acrossRows(source, 0, down.start(), down.end(), across);
    return downColumns(narrow, down.start(), 0, window.width(), down);
  }

  /// Which pass comes first shows in the last digit, since each pass rounds. Pillow 13 does columns
  /// first where they lose more than twice as many pixels as rows do (found by trying sizes).
  private static boolean columnsFirst(RgbImage source, int width, int height) {
    return source.height() - height > 2 * Math.max(source.width() - width, 0);
  }

  /// Resizes the rows `top` to `bottom - 1` of a picture.
  ///
  /// @param firstColumn which column of the original the picture's first one is
  private static RgbImage acrossRows(
      RgbImage in, int firstColumn, int top, int bottom, FilterWeights across) {
    int width = across.length();
    byte[] out = new byte[(bottom - top) * width * 3];
    RowFilter filter = new RowFilter(across, firstColumn);
    for (int y = top; y < bottom; y++) {
      filter.apply(in.rgb(), y * in.width() * 3, out, (y - top) * width * 3);
    }
    return new RgbImage(width, bottom - top, out);
  }

  /// Resizes the columns `left` to `right - 1` of a picture.
  ///
  /// @param firstRow which row of the original the picture's first one is
  private static RgbImage downColumns(
      RgbImage in, int firstRow, int left, int right, FilterWeights down) {
    byte[] rgb = new ColumnFilter(down, in, firstRow, left, right).apply();
    return new RgbImage(right - left, down.length(), rgb);
  }

  private static RgbImage crop(RgbImage source, Window window) {
    if (window.equals(Window.whole(source.width(), source.height()))) {
      return source;
    }
    int length = window.width() * 3;
    byte[] rgb = new byte[window.height() * length];
    for (int y = 0; y < window.height(); y++) {
      int from = ((window.top() + y) * source.width() + window.left()) * 3;
      System.arraycopy(source.rgb(), from, rgb, y * length, length);
    }
    return new RgbImage(window.width(), window.height(), rgb);
  }

  private static RgbImage nearest(RgbImage source, int width, int height, Window window) {
    int[] columns = nearestTo(source.width(), width);
    int[] rows = nearestTo(source.height(), height);
    byte[] rgb = new byte[window.height() * window.width() * 3];
    int at = 0;
    for (int y = window.top(); y < window.top() + window.height(); y++) {
      for (int x = window.left(); x < window.left() + window.width(); x++) {
        int pixel = (rows[y] * source.width() + columns[x]) * 3;
        rgb[at++] = source.rgb()[pixel];
        rgb[at++] = source.rgb()[pixel + 1];
        rgb[at++] = source.rgb()[pixel + 2];
      }
    }
    return new RgbImage(window.width(), window.height(), rgb);
  }

  /// Where the centre of each new pixel lies in the original line. Steps are summed rather than
  /// multiplied, as in Pillow: their rounding errors decide ties.
  private static int[] nearestTo(int inSize, int outSize) {
    double scale = (double) inSize / outSize;
    double centre = scale * 0.5;
    int[] nearest = new int[outSize];
    for (int i = 0; i < outSize; i++) {
      nearest[i] = (int) centre;
      centre += scale;
    }
    return nearest;
  }
}
