package dev.imagedb.image;

import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.ImageFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Decodes JPEGs: ordinary ones through libjpeg-turbo, others through the plugins. Thread-safe.
final class JpegDecoder {
  /// Programs make about ten; a progression by single bits in four colours takes 56.
  private static final int MOST_SCANS = 100;

  private final PixelLimit limit;
  private final PluginDecoder plugins;

  JpegDecoder(PixelLimit limit, PluginDecoder plugins) {
    this.limit = limit;
    this.plugins = plugins;
  }

  /// Decodes a picture, shrunk as far as the scale allows.
  ///
  /// @return pixels as they are stored, and the size they would have unshrunk
  DecodedImage decode(byte[] jpeg, Scale scale) throws IOException, UnreadableImageException {
    Optional<JpegHeader> header = JpegHeader.of(jpeg);
    boolean ends = JpegHeader.hasEnd(jpeg);
    if (header.isEmpty()) {
      throw ends ? new UnreadableImageException("damaged JPEG: it holds no picture") : truncated();
    }
    int scans = header.get().scans(jpeg);
    requireFew(scans);
    if (!header.get().isOrdinary() || !TurboJpeg.AVAILABLE) {
      return throughPlugins(jpeg);
    }
    Dimensions full = limit.check(header.get().width(), header.get().height());
    if (!ends) {
      requireAllData(jpeg);
    }
    Optional<RgbImage> pixels = shrunk(jpeg, full, shrinkBy(full, scale), scans);
    return pixels.isPresent() ? new DecodedImage(pixels.get(), full) : throughPlugins(jpeg);
  }

  /// A picture of several scans is gathered at full size whatever is made of it.
  private Optional<RgbImage> shrunk(byte[] jpeg, Dimensions full, int shrinkBy, int scans)
      throws IOException {
    int held = scans > 1 ? 1 : shrinkBy;
    Dimensions size =
        new Dimensions(Math.ceilDiv(full.width(), held), Math.ceilDiv(full.height(), held));
    try (PixelLimit.Share _ = limit.share(size)) {
      return TurboJpeg.decode(jpeg, shrinkBy);
    }
  }

  /// A scan of a few bytes goes over the whole picture, so that a megabyte of them keeps a decoder
  /// busy for hours.
  private static void requireFew(int scans) throws UnreadableImageException {
    if (scans > MOST_SCANS) {
      throw new UnreadableImageException(
          "damaged JPEG: it has %d scans, more than %d".formatted(scans, MOST_SCANS));
    }
  }

  private DecodedImage throughPlugins(byte[] jpeg) throws IOException, UnreadableImageException {
    RgbImage pixels = plugins.decode(jpeg, ImageFormat.JPEG);
    return new DecodedImage(pixels, pixels.dimensions());
  }

  /// Some cameras and many tools leave the end marker out, which costs nothing; a file whose tail
  /// is gone lacks it too. With the marker put back, only the latter still makes a decoder
  /// complain. The plugin is asked because libjpeg-turbo has other complaints, too.
  private void requireAllData(byte[] jpeg) throws UnreadableImageException {
    byte[] ended = Arrays.copyOf(jpeg, jpeg.length + 2);
    ended[jpeg.length] = (byte) 0xff;
    ended[jpeg.length + 1] = (byte) 0xd9;
    boolean missing;
    try {
      missing = plugins.complains(ended, ImageFormat.JPEG);
    } catch (IOException | RuntimeException cutOffInAHeader) {
      missing = true;
    }
    if (missing) {
      throw truncated();
    }
  }

  private static UnreadableImageException truncated() {
    return new UnreadableImageException("truncated: the file ends before the picture does");
  }

  private static int shrinkBy(Dimensions full, Scale scale) {
    return switch (scale) {
      case Scale.Full() -> 1;
      case Scale.ShorterSideAtLeast(int pixels) -> {
        int shrinkBy = 8;
        while (shrinkBy > 1 && Math.ceilDiv(full.shorter(), shrinkBy) < pixels) {
          shrinkBy /= 2;
        }
        yield shrinkBy;
      }
    };
  }
}
