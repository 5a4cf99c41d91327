package dev.imagedb.image;

import dev.imagedb.photo.Dimensions;
import java.util.Locale;

/// How large a picture may be, asked before memory is taken for it: a few kilobytes can claim to
/// hold billions of pixels.
///
/// @param pixels the most that are read
record PixelLimit(long pixels) {
  /// Three bytes a pixel must fit into one array.
  private static final long MOST = (Integer.MAX_VALUE - 8) / 3;

  PixelLimit {
    if (pixels <= 0) {
      throw new IllegalArgumentException("limit on pixels must be positive: " + pixels);
    }
    pixels = Math.min(pixels, MOST);
  }

  Dimensions check(int width, int height) throws UnreadableImageException {
    if (width <= 0 || height <= 0) {
      throw new UnreadableImageException("damaged: its size is " + width + " x " + height);
    }
    Dimensions dimensions = new Dimensions(width, height);
    if (dimensions.pixels() > pixels) {
      throw new UnreadableImageException(
          megapixels(dimensions.pixels())
              + " megapixels, more than the limit of "
              + megapixels(pixels)
              + " (--max-megapixels)");
    }
    return dimensions;
  }

  private static String megapixels(long pixels) {
    double millions = pixels / 1e6;
    return String.format(Locale.ROOT, millions < 10 ? "%.1f" : "%.0f", millions);
  }
}
