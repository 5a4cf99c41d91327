package dev.imagedb.thumbnail;

import dev.imagedb.image.JpegHeader;
import dev.imagedb.photo.Dimensions;
import java.util.Optional;

/// A small copy of a picture, upright.
///
/// @param jpeg a baseline JPEG, sRGB, without metadata; never written to
/// @param size of the copy, at most [#LONGEST_SIDE] each way
@SuppressWarnings("ArrayRecordComponent") // identity is all that is ever asked of a thumbnail
public record Thumbnail(byte[] jpeg, Dimensions size) {
  /// In pixels: sharp at the size of a palm on a screen of double density, and some 15 kB.
  public static final int LONGEST_SIDE = 320;

  /// A file that may be one of ours; empty where it is damaged, cut off, or larger than ours are.
  static Optional<Thumbnail> of(byte[] jpeg) {
    return JpegHeader.of(jpeg)
        .filter(header -> JpegHeader.hasEnd(jpeg) && fits(header.width()) && fits(header.height()))
        .map(header -> new Thumbnail(jpeg, new Dimensions(header.width(), header.height())));
  }

  private static boolean fits(int side) {
    return 0 < side && side <= LONGEST_SIDE;
  }
}
