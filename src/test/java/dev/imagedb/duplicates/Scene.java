package dev.imagedb.duplicates;

import dev.imagedb.photo.PerceptualHash;

/// A made-up landscape of hills of light that can be looked at through any window.
///
/// @param seed tells one landscape from another
record Scene(int seed) {

  /// What a camera sees of the scene.
  ///
  /// @param left where the window begins, in shares of the whole scene; likewise the others
  PerceptualHash seen(double left, double top, double width, double height) {
    int side = PerceptualHash.SIDE;
    byte[] cells = new byte[side * side];
    for (int i = 0; i < cells.length; i++) {
      int row = i / side;
      double x = left + width * (i % side + 0.5) / side;
      double y = top + height * (row + 0.5) / side;
      cells[i] = (byte) Math.round(Math.clamp(128 + 90 * light(x, y), 0, 255));
    }
    return new PerceptualHash(cells);
  }

  PerceptualHash whole() {
    return seen(0, 0, 1, 1);
  }

  private double light(double x, double y) {
    double wave = Math.sin(9 * x + seed) * Math.cos(7 * y - 2 * seed);
    return 0.6 * wave + 0.4 * Math.sin(5 * (x + seed) * (y + 1)) + 0.2 * Math.cos(16 * x - 11 * y);
  }
}
