package dev.imagedb.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Turns pixels into a picture file's bytes. Thread-safe; an encode runs on its caller's thread.
public final class ImageEncoder {
  /// What looks like the original to most people at the size of a thumbnail, in a third of the
  /// bytes that 95 takes.
  private static final int QUALITY = 85;

  private ImageEncoder() {}

  /// A baseline JPEG, sRGB, without metadata.
  public static byte[] jpeg(RgbImage image) {
    return TurboJpeg.AVAILABLE
        ? TurboJpeg.encode(image, QUALITY).orElseGet(() -> throughPlugin(image))
        : throughPlugin(image);
  }

  /// A PNG without metadata.
  public static byte[] png(BufferedImage image) {
    return write(image, "png");
  }

  /// For drawing on.
  public static BufferedImage buffered(RgbImage image) {
    BufferedImage buffered =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = image.colour(x, y);
      }
      buffered.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return buffered;
  }

  private static byte[] throughPlugin(RgbImage image) {
    return write(buffered(image), "jpeg");
  }

  private static byte[] write(BufferedImage image, String format) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, file)) {
        throw new IllegalStateException("every JDK writes " + format);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return file.toByteArray();
  }
}
