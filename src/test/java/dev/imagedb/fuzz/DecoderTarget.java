package dev.imagedb.fuzz;

import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.PerceptualHasher;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;

/// Any bytes become pixels or one line, and never end the process.
public final class DecoderTarget {
  private static final ImageDecoder DECODER = new ImageDecoder(1_000_000);
  private static final Scale SHRUNK = new Scale.ShorterSideAtLeast(32);

  private DecoderTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] file) {
    // What has no signature of its own is taken for the format that has none.
    ImageFormat format = ImageFormat.of(file, "tga").orElse(ImageFormat.TGA);
    try {
      PerceptualHasher.hash(DECODER.decode(file, format, Orientation.TRANSPOSED, SHRUNK).pixels());
    } catch (UnreadableImageException refused) {
      OneLine.require(refused);
    }
  }
}
