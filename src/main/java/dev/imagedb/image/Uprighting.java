package dev.imagedb.image;

import dev.imagedb.photo.Orientation;

/// Turns stored pixels upright. Each orientation is a walk over the stored ones: where it begins,
/// and how far it goes for a step to the right and for a step down in the upright picture.
///
/// @param start the stored pixel that comes first
/// @param right stored pixels from one upright column to the next
/// @param down stored pixels from one upright row to the next
record Uprighting(int start, int right, int down) {

  /// The upright picture.
  ///
  /// @param stored pixels as they lie in the file
  static RgbImage of(RgbImage stored, Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return stored;
    }
    Uprighting walk = walk(orientation, stored.width(), stored.height());
    return orientation.swapsSides()
        ? walk.over(stored.rgb(), /* width= */ stored.height(), /* height= */ stored.width())
        : walk.over(stored.rgb(), stored.width(), stored.height());
  }

  private static Uprighting walk(Orientation orientation, int width, int height) {
    int lastInRow = width - 1;
    int lastRow = (height - 1) * width;
    int last = width * height - 1;
    return switch (orientation) {
      case UPRIGHT -> new Uprighting(0, 1, width);
      case FLIPPED_HORIZONTALLY -> new Uprighting(lastInRow, -1, width);
      case UPSIDE_DOWN -> new Uprighting(last, -1, -width);
      case FLIPPED_VERTICALLY -> new Uprighting(lastRow, 1, -width);
      case TRANSPOSED -> new Uprighting(0, width, 1);
      case TURN_RIGHT -> new Uprighting(lastRow, -width, 1);
      case TRANSVERSED -> new Uprighting(last, -width, -1);
      case TURN_LEFT -> new Uprighting(lastInRow, width, -1);
    };
  }

  private RgbImage over(byte[] stored, int width, int height) {
    byte[] upright = new byte[stored.length];
    int at = 0;
    for (int y = 0; y < height; y++) {
      int from = (start + y * down) * 3;
      for (int x = 0; x < width; x++, from += right * 3) {
        upright[at++] = stored[from];
        upright[at++] = stored[from + 1];
        upright[at++] = stored[from + 2];
      }
    }
    return new RgbImage(width, height, upright);
  }
}
