package dev.imagedb.output.preview;

import dev.imagedb.image.RgbImage;

/// A picture in the colours of a palette.
///
/// @param indices shape (height, width): numbers of the palette's colours, unsigned
@SuppressWarnings("ArrayRecordComponent") // made, read and dropped within one drawing
record IndexedPixels(int width, int height, byte[] indices) {

  /// A picture whose colours are, on average over a few pixels, what they were: what a pixel is off
  /// by is handed to those after it (Floyd and Steinberg, 1976: 7, 3, 5 and 1 sixteenths).
  static IndexedPixels of(RgbImage image, Palette palette) {
    int width = image.width();
    byte[] indices = new byte[width * image.height()];
    // A pixel more on each side, so that the edges need no exception.
    int[] errors = new int[(width + 2) * 3];
    for (int y = 0; y < image.height(); y++) {
      int[] below = new int[errors.length];
      for (int x = 0; x < width; x++) {
        indices[y * width + x] = (byte) place(image.colour(x, y), palette, x + 1, errors, below);
      }
      errors = below;
    }
    return new IndexedPixels(width, image.height(), indices);
  }

  int index(int x, int y) {
    return indices[y * width + x] & 0xff;
  }

  /// Finds a pixel's colour, and hands on what it is off by.
  private static int place(int colour, Palette palette, int x, int[] errors, int[] below) {
    int red = corrected(colour >> 16, errors[x * 3]);
    int green = corrected(colour >> 8 & 0xff, errors[x * 3 + 1]);
    int blue = corrected(colour & 0xff, errors[x * 3 + 2]);
    int number = palette.nearest(red, green, blue);
    int placed = palette.colour(number);
    spread(red - (placed >> 16), x * 3, errors, below);
    spread(green - (placed >> 8 & 0xff), x * 3 + 1, errors, below);
    spread(blue - (placed & 0xff), x * 3 + 2, errors, below);
    return number;
  }

  private static int corrected(int sample, int sixteenths) {
    return Math.clamp(sample + sixteenths / 16, 0, 255);
  }

  private static void spread(int error, int at, int[] errors, int[] below) {
    errors[at + 3] += error * 7;
    below[at - 3] += error * 3;
    below[at] += error * 5;
    below[at + 3] += error;
  }
}
