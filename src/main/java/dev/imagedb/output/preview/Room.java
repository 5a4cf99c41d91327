package dev.imagedb.output.preview;

import dev.imagedb.photo.Dimensions;

/// Where a picture is drawn: so many columns and rows of a terminal.
///
/// @param cell the size of one character, in pixels
record Room(int columns, int rows, Dimensions cell) {
  /// Of most fonts, a character is twice as high as wide. This one is the VT340's.
  static final Dimensions USUAL_CELL = new Dimensions(10, 20);

  private static final int FEWEST_COLUMNS = 9;
  private static final int MOST_COLUMNS = 30;

  /// Three tenths of a terminal's width, in the shape of most photographs: three by two.
  static Room beside(int width, Dimensions cell) {
    int columns = Math.clamp(width * 3L / 10, FEWEST_COLUMNS, MOST_COLUMNS);
    return new Room(columns, columns / 3, cell);
  }

  int pixelsAcross() {
    return columns * cell.width();
  }

  int pixelsDown() {
    return rows * cell.height();
  }
}
