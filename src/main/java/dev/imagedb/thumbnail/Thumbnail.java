package dev.imagedb.thumbnail;

import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.Interpolation;
import dev.imagedb.image.JpegHeader;
import dev.imagedb.image.Resampler;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.util.Optional;

/// A small copy of a picture, upright.
///
/// @param jpeg a baseline JPEG, sRGB, without metadata; never written to
/// @param size of the copy, at most [#LONGEST_SIDE] each way
@SuppressWarnings("ArrayRecordComponent") // identity is all that is ever asked of a thumbnail
public record Thumbnail(byte[] jpeg, Dimensions size) {
  /// In pixels: sharp at the size of a palm on a screen of double density, and some 15 kB.
  public static final int LONGEST_SIDE = 320;

  private static final long MOST_PIXELS = (long) LONGEST_SIDE * LONGEST_SIDE;

  /// A file that may be one of ours; empty where it is damaged, cut off, or larger than ours are.
  static Optional<Thumbnail> of(byte[] jpeg) {
    return JpegHeader.of(jpeg)
        .filter(header -> JpegHeader.hasEnd(jpeg) && fits(header.width()) && fits(header.height()))
        .map(header -> new Thumbnail(jpeg, new Dimensions(header.width(), header.height())));
  }

  /// Its pixels, as many as fit into so many across and down.
  ///
  /// @return empty where the bytes are damaged
  public Optional<RgbImage> pixels(int across, int down) {
    Dimensions fitting = size.within(across, down);
    try {
      RgbImage all =
          new ImageDecoder(MOST_PIXELS)
              .decode(jpeg, ImageFormat.JPEG, Orientation.UPRIGHT, new Scale.Full())
              .pixels();
      return Optional.of(
          Resampler.resize(all, fitting.width(), fitting.height(), Interpolation.BICUBIC));
    } catch (UnreadableImageException _) {
      return Optional.empty();
    }
  }

  private static boolean fits(int side) {
    return 0 < side && side <= LONGEST_SIDE;
  }
}
