package dev.imagedb.image;

import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/// Pictures through ImageIO's plugins: TwelveMonkeys' where they have one, the JDK's for PNG and
/// GIF. Thread-safe.
final class PluginDecoder {
  private final PixelLimit limit;

  PluginDecoder(PixelLimit limit) {
    this.limit = limit;
  }

  /// Decodes the first picture of a file, or an icon's largest.
  RgbImage decode(byte[] bytes, ImageFormat format) throws IOException, UnreadableImageException {
    return withReader(bytes, format, reader -> read(reader, format, RasterToRgb::convert));
  }

  /// Whether there is a plugin for a format.
  static boolean knows(ImageFormat format) {
    try {
      for (String name : pluginNames(format)) {
        if (Plugins.readers(name).iterator().hasNext()) {
          return true;
        }
      }
      return false;
    } catch (UnreadableImageException _) {
      return false;
    }
  }

  /// Whether decoding gives rise to a complaint, which is how missing data shows.
  boolean complains(byte[] bytes, ImageFormat format) throws IOException, UnreadableImageException {
    AtomicBoolean complained = new AtomicBoolean();
    IIOReadWarningListener listener = (_, _) -> complained.set(true);
    withReader(
        bytes,
        format,
        reader -> {
          reader.addIIOReadWarningListener(listener);
          return read(reader, format, BufferedImage::getWidth);
        });
    return complained.get();
  }

  private <T> T read(ImageReader reader, ImageFormat format, Function<BufferedImage, T> use)
      throws IOException, UnreadableImageException {
    int index = pick(reader, format);
    Dimensions size = limit.check(reader.getWidth(index), reader.getHeight(index));
    // A plugin makes room for a whole tile, however small the picture is.
    limit.check(reader.getTileWidth(index), reader.getTileHeight(index));
    try (PixelLimit.Share _ = limit.share(size)) {
      return use.apply(reader.read(index));
    }
  }

  private static int pick(ImageReader reader, ImageFormat format) throws IOException {
    int largest = 0;
    int count = format == ImageFormat.ICO ? reader.getNumImages(true) : 1;
    for (int index = 1; index < count; index++) {
      if (reader.getWidth(index) > reader.getWidth(largest)) {
        largest = index;
      }
    }
    return largest;
  }

  private interface Work<T> {
    T with(ImageReader reader) throws IOException, UnreadableImageException;
  }

  private static <T> T withReader(byte[] bytes, ImageFormat format, Work<T> work)
      throws IOException, UnreadableImageException {
    try (ImageInputStream input = new BytesInput(bytes)) {
      ImageReader reader = reader(input, format);
      try {
        reader.setInput(input, /* seekForwardOnly= */ false, /* ignoreMetadata= */ true);
        return work.with(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  /// The first reader of the format that knows the file; TwelveMonkeys' register before the JDK's.
  private static ImageReader reader(ImageInputStream input, ImageFormat format)
      throws IOException, UnreadableImageException {
    for (String name : pluginNames(format)) {
      for (ImageReader reader : Plugins.readers(name)) {
        if (reader.getOriginatingProvider().canDecodeInput(input)) {
          return reader;
        }
        reader.dispose();
      }
    }
    throw new UnreadableImageException("damaged " + format + ": its header makes no sense");
  }

  private static List<String> pluginNames(ImageFormat format) throws UnreadableImageException {
    return switch (format) {
      case JPEG -> List.of("jpeg");
      case PNG -> List.of("png");
      case GIF -> List.of("gif");
      case BMP -> List.of("bmp");
      case TIFF -> List.of("tiff", "bigtiff");
      case WEBP -> List.of("webp");
      case PSD -> List.of("psd");
      case TGA -> List.of("tga");
      case PNM -> List.of("pnm", "pam");
      case ICO -> List.of("ico", "cur");
      case HEIC, AVIF, JXL, RAW ->
          throw new UnreadableImageException(
              format + " pictures cannot be decoded by this build; their metadata is kept");
    };
  }

  /// ImageIO's register. A class of its own, so that plugins are looked for when the first picture
  /// needs one: that takes a fifth of a second, which a query in words need not wait for.
  private static final class Plugins {
    static {
      // A picture is in memory already; ImageIO would otherwise copy it to a file first.
      ImageIO.setUseCache(false);
    }

    private Plugins() {}

    static List<ImageReader> readers(String name) {
      List<ImageReader> readers = new ArrayList<>();
      ImageIO.getImageReadersByFormatName(name).forEachRemaining(readers::add);
      return readers;
    }
  }
}
