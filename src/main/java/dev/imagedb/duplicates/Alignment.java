package dev.imagedb.duplicates;

/// How one look lies on another: the point (x, y) of the second is the point (scaleX * x + shiftX,
/// scaleY * y + shiftY) of the first. A copy cropped by 5 % on its left has a scaleX of 0.95 and a
/// shiftX of 0.05.
record Alignment(double scaleX, double shiftX, double scaleY, double shiftY) {
  /// Edge on edge.
  static final Alignment NONE = new Alignment(1, 0, 1, 0);

  private static final double MOST_SHIFT = 0.2;
  private static final double LONGEST_STEP = 0.06;

  double x(double x) {
    return scaleX * x + shiftX;
  }

  double y(double y) {
    return scaleY * y + shiftY;
  }

  /// A step from here, cut short where it is too long to be trusted.
  ///
  /// @param change of the four numbers, in their order
  Alignment moved(double[] change) {
    return new Alignment(
        scale(scaleX + step(change[0])),
        shift(shiftX + step(change[1])),
        scale(scaleY + step(change[2])),
        shift(shiftY + step(change[3])));
  }

  /// The share of a side by which either sticks out of the other; 0 for a picture and a crop of it,
  /// whichever is which.
  double outside() {
    return Math.min(
        Math.max(beyond(scaleX, shiftX), beyond(scaleY, shiftY)),
        Math.max(shortOf(scaleX, shiftX), shortOf(scaleY, shiftY)));
  }

  /// The largest share of a side that only one of them shows.
  double cropped() {
    return Math.max(
        Math.max(beyond(scaleX, shiftX), beyond(scaleY, shiftY)),
        Math.max(shortOf(scaleX, shiftX), shortOf(scaleY, shiftY)));
  }

  /// How far the second reaches past the first.
  private static double beyond(double scale, double shift) {
    return Math.max(0, Math.abs(shift) + scale - 1) / 2;
  }

  /// How far the first reaches past the second.
  private static double shortOf(double scale, double shift) {
    return Math.max(0, Math.abs(shift) + 1 - scale) / 2 / scale;
  }

  private static double step(double wanted) {
    return Math.clamp(wanted, -LONGEST_STEP, LONGEST_STEP);
  }

  private static double scale(double wanted) {
    return Math.clamp(wanted, 1 - MOST_SHIFT, 1 / (1 - MOST_SHIFT));
  }

  private static double shift(double wanted) {
    return Math.clamp(wanted, -MOST_SHIFT, MOST_SHIFT);
  }
}
