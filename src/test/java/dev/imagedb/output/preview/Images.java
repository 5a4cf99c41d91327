package dev.imagedb.output.preview;

import dev.imagedb.image.RgbImage;

/// Pixels that the tests draw.
final class Images {
  private Images() {}

  /// One colour a pixel, row after row.
  static RgbImage of(int width, int... colours) {
    byte[] rgb = new byte[colours.length * 3];
    for (int i = 0; i < colours.length; i++) {
      rgb[i * 3] = (byte) (colours[i] >> 16);
      rgb[i * 3 + 1] = (byte) (colours[i] >> 8);
      rgb[i * 3 + 2] = (byte) colours[i];
    }
    return new RgbImage(width, colours.length / width, rgb);
  }
}
