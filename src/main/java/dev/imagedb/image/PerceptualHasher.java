package dev.imagedb.image;

import dev.imagedb.photo.PerceptualHash;

/// Takes a picture's [PerceptualHash]. All methods are pure.
public final class PerceptualHasher {
  private PerceptualHasher() {}

  /// The hash of upright pixels. They may be smaller than the picture is, as long as they keep more
  /// pixels than the hash has cells.
  ///
  /// The triangle filter lets the cells overlap, so that a copy cropped by half a cell still
  /// resembles its original: with plain means, twice as many cells differ.
  public static PerceptualHash hash(RgbImage pixels) {
    int side = PerceptualHash.SIDE;
    byte[] rgb = Resampler.resize(pixels, side, side, Interpolation.BILINEAR).rgb();
    byte[] cells = new byte[side * side];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) luma(rgb[3 * i] & 0xff, rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff);
    }
    return new PerceptualHash(cells);
  }

  /// ITU-R BT.601, section 2.5.1, rounded.
  private static int luma(int red, int green, int blue) {
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }
}
