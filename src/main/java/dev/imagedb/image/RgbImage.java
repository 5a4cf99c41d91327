package dev.imagedb.image;

import dev.imagedb.photo.Dimensions;

/// Upright pixels: 8 bits a channel, red, green, blue, row after row, no padding.
///
/// The array is not copied: whoever makes an image gives it away, and nobody writes to it after.
///
/// @param rgb shape (height, width, 3)
@SuppressWarnings("ArrayRecordComponent") // identity is all that is ever asked of an image
public record RgbImage(int width, int height, byte[] rgb) {
  public RgbImage {
    if (rgb.length != (long) width * height * 3) {
      throw new IllegalArgumentException(
          "pixels do not fit: " + width + " x " + height + " x 3 != " + rgb.length);
    }
  }

  public Dimensions dimensions() {
    return new Dimensions(width, height);
  }

  /// One pixel, packed: red, green and blue from the highest of the lower 24 bits to the lowest.
  public int colour(int x, int y) {
    int at = (y * width + x) * 3;
    return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
  }
}
