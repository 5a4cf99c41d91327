package dev.imagedb.image;

import static java.util.stream.Collectors.toCollection;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.io.EOFException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/// Turns a picture file's bytes into upright RGB pixels.
///
/// JPEGs go through libjpeg-turbo, which shrinks while it decodes; all else, and JPEGs out of the
/// ordinary (CMYK, lossless, 12 bits), through ImageIO's plugins. Thread-safe; a decode runs on its
/// caller's thread and keeps nothing.
public final class ImageDecoder {
  /// What is said of a picture that Java has not the memory for.
  public static final String TOO_LARGE = "too large for the memory that Java may use (-Xmx)";

  private final PluginDecoder plugins;
  private final JpegDecoder jpegs;

  /// For pictures up to a size.
  ///
  /// @param maxPixels the most that a picture may hold; asked before any memory is taken
  public ImageDecoder(long maxPixels) {
    PixelLimit limit = new PixelLimit(maxPixels);
    this.plugins = new PluginDecoder(limit);
    this.jpegs = new JpegDecoder(limit, plugins);
  }

  /// The formats that are decoded here.
  public static Set<ImageFormat> formats() {
    return EnumSet.allOf(ImageFormat.class).stream()
        .filter(PluginDecoder::knows)
        .collect(toCollection(() -> EnumSet.noneOf(ImageFormat.class)));
  }

  /// Whether there is a library here that shrinks JPEGs while it decodes them.
  public static boolean shrinksJpegs() {
    return TurboJpeg.AVAILABLE;
  }

  /// Decodes the first picture of a file, or an icon's largest.
  ///
  /// At full scale, an ordinary JPEG gives bit for bit what Pillow reads. Grey becomes three equal
  /// channels, 16 bits become their upper 8, and what is transparent shows white.
  ///
  /// @param bytes the whole file
  /// @param format what the file's first bytes say it is
  /// @param orientation how to turn the stored pixels
  /// @param scale what resolution must be left; only JPEGs are shrunk
  /// @throws UnreadableImageException if the picture is damaged, cut off, larger than the limit, or
  ///   of a kind that cannot be decoded; its message is one line
  public DecodedImage decode(byte[] bytes, ImageFormat format, Orientation orientation, Scale scale)
      throws UnreadableImageException {
    try {
      DecodedImage stored = decode(bytes, format, scale);
      return new DecodedImage(
          Uprighting.of(stored.pixels(), orientation), orientation.upright(stored.dimensions()));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      throw unreadable(format, failure);
    }
  }

  private DecodedImage decode(byte[] bytes, ImageFormat format, Scale scale)
      throws IOException, UnreadableImageException {
    if (format == ImageFormat.JPEG) {
      return jpegs.decode(bytes, scale);
    }
    RgbImage pixels = plugins.decode(bytes, format);
    return new DecodedImage(pixels, pixels.dimensions());
  }

  /// Plugins meet damage with whatever exception comes first. What their own checks say is worth
  /// passing on; an index out of bounds says nothing to the picture's owner.
  private static UnreadableImageException unreadable(ImageFormat format, Throwable failure) {
    String message =
        switch (failure) {
          case OutOfMemoryError _ -> TOO_LARGE;
          case EOFException _, BytesInput.PastEndException _ ->
              "truncated: the file ends before the picture does";
          case IOException told when told.getMessage() != null ->
              "damaged " + format + ": " + oneLine(told.getMessage());
          default -> "damaged " + format + ": its contents contradict each other";
        };
    return new UnreadableImageException(message, failure);
  }

  private static String oneLine(String words) {
    return words.strip().replaceAll("\\p{Cntrl}+", " ");
  }
}
