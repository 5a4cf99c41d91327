package dev.imagedb.image;

import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.ImageFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Decodes JPEGs: ordinary ones through libjpeg-turbo, others through the plugins. Thread-safe.
final class JpegDecoder {
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
    if (!header.get().isOrdinary() || !TurboJpeg.AVAILABLE) {
      return throughPlugins(jpeg);
    }
    Dimensions full = limit.check(header.get().width(), header.get().height());
    if (!ends) {
      requireAllData(jpeg);
    }
    Optional<RgbImage> pixels = TurboJpeg.decode(jpeg, shrinkBy(full, scale));
    return pixels.isPresent() ? new DecodedImage(pixels.get(), full) : throughPlugins(jpeg);
  }

  private DecodedImage throughPlugins(byte[] jpeg) throws IOException, UnreadableImageException {
    RgbImage pixels = plugins.decode(jpeg, ImageFormat.JPEG);
    return new DecodedImage(pixels, pixels.dimensions());
  }

  /// Some cameras and many tools leave the end marker out, which costs nothing; a file whose tail
  /// is gone lacks it too. With the marker put back, only the latter still makes a decoder
  /// complain. The plugin is asked because libjpeg-turbo's complaint would go to stderr.
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
