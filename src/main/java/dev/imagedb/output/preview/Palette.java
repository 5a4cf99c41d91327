package dev.imagedb.output.preview;

/// The colours that a picture is drawn in where not all can be had. Thread-safe: what is noted of
/// nearest colours is the same whoever notes it.
final class Palette {
  /// The sixteen of ECMA-48's SGR, as xterm has them.
  static final Palette ANSI =
      new Palette(
          0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
          0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff);

  /// The 240 of xterm's 256 that nobody redefines: a cube of six by six by six, and 24 greys.
  static final Palette XTERM = xterm();

  private final int[] colours;

  /// Shape (2^15), five bits a channel: the nearest colour's number, more by one; 0 where nobody
  /// asked yet.
  private final short[] nearest = new short[1 << 15];

  /// @param colours packed, red highest
  Palette(int... colours) {
    this.colours = colours.clone();
  }

  private static Palette xterm() {
    int[] levels = {0, 95, 135, 175, 215, 255};
    int cube = 6 * 6 * 6;
    int[] colours = new int[cube + 24];
    for (int i = 0; i < cube; i++) {
      colours[i] = levels[i / 36] << 16 | levels[i / 6 % 6] << 8 | levels[i % 6];
    }
    for (int i = cube; i < colours.length; i++) {
      colours[i] = (8 + 10 * (i - cube)) * 0x010101;
    }
    return new Palette(colours);
  }

  int size() {
    return colours.length;
  }

  int colour(int number) {
    return colours[number];
  }

  /// The number of the colour that looks most like this one.
  int nearest(int red, int green, int blue) {
    int key = (red >> 3) << 10 | (green >> 3) << 5 | (blue >> 3);
    if (nearest[key] == 0) {
      nearest[key] = (short) (find(middle(red), middle(green), middle(blue)) + 1);
    }
    return nearest[key] - 1;
  }

  /// Of the eight levels that share a key.
  private static int middle(int sample) {
    return (sample & 0xf8) + 4;
  }

  private int find(int red, int green, int blue) {
    int best = 0;
    for (int number = 1; number < colours.length; number++) {
      if (distance(number, red, green, blue) < distance(best, red, green, blue)) {
        best = number;
      }
    }
    return best;
  }

  /// Squared, green counting most, as it does for the eye.
  private int distance(int number, int red, int green, int blue) {
    int dr = (colours[number] >> 16) - red;
    int dg = (colours[number] >> 8 & 0xff) - green;
    int db = (colours[number] & 0xff) - blue;
    return 2 * dr * dr + 4 * dg * dg + 3 * db * db;
  }
}
