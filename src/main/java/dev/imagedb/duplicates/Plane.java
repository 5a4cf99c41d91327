package dev.imagedb.duplicates;

import dev.imagedb.photo.PerceptualHash;

/// A look as a plane of numbers that can be asked for between its cells. Its coordinates run from
/// -1 to 1 on both axes, whatever the picture's shape.
final class Plane {
  static final int SIDE = PerceptualHash.SIDE;

  private static final int COARSE_SIDE = 8;
  static final int COARSE_CELLS = COARSE_SIDE * COARSE_SIDE;

  private final float[] cells;

  private Plane(float[] cells) {
    this.cells = cells;
  }

  static Plane of(PerceptualHash look) {
    float[] cells = new float[SIDE * SIDE];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = look.cells()[i] & 0xff;
    }
    return new Plane(cells);
  }

  /// Where the centre of a column, or row, lies.
  static double centre(int cell) {
    return (cell + 0.5) / SIDE * 2 - 1;
  }

  float at(int column, int row) {
    return cells[row * SIDE + column];
  }

  /// Each cell with its neighbours, weighted 1, 2, 1 on both axes; the border counts twice.
  Plane blurred() {
    return along(1, 0).along(0, 1);
  }

  private Plane along(int right, int down) {
    float[] blurred = new float[cells.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        blurred[y * SIDE + x] =
            (clamped(x - right, y - down) + 2 * at(x, y) + clamped(x + right, y + down)) / 4;
      }
    }
    return new Plane(blurred);
  }

  /// How much the plane rises per unit to the right.
  Plane slopeAcross() {
    return slope(1, 0);
  }

  /// How much the plane rises per unit downwards.
  Plane slopeDown() {
    return slope(0, 1);
  }

  private Plane slope(int right, int down) {
    float[] slope = new float[cells.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float rise = clamped(x + right, y + down) - clamped(x - right, y - down);
        slope[y * SIDE + x] = rise / 2 * SIDE / 2;
      }
    }
    return new Plane(slope);
  }

  private float clamped(int column, int row) {
    return at(Math.clamp(column, 0, SIDE - 1), Math.clamp(row, 0, SIDE - 1));
  }

  /// The value at a point, linear between cells.
  double at(double x, double y) {
    double column = Math.clamp((x + 1) / 2 * SIDE - 0.5, 0, SIDE - 1.001);
    double row = Math.clamp((y + 1) / 2 * SIDE - 0.5, 0, SIDE - 1.001);
    int left = (int) column;
    int top = (int) row;
    double toTheRight = column - left;
    double upper = at(left, top) * (1 - toTheRight) + at(left + 1, top) * toTheRight;
    double lower = at(left, top + 1) * (1 - toTheRight) + at(left + 1, top + 1) * toTheRight;
    return upper + (row - top) * (lower - upper);
  }

  /// The plane in 8 by 8 cells, around its mean and of unit length, to compare with many others by
  /// their dot product; all zeros where it is flat.
  float[] coarse() {
    int times = SIDE / COARSE_SIDE;
    float[] sums = new float[COARSE_CELLS];
    Plane smooth = blurred();
    for (int i = 0; i < smooth.cells.length; i++) {
      int row = i / SIDE / times;
      int column = i % SIDE / times;
      sums[row * COARSE_SIDE + column] += smooth.cells[i];
    }
    return Vectors.unit(Vectors.minus(sums, Vectors.mean(sums)));
  }
}
