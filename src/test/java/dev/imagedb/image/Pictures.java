package dev.imagedb.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures that the tests make for themselves.
final class Pictures {
  private Pictures() {}

  /// Noise that is the same in every language: in NumPy, with unsigned 32-bit `i` counting samples,
  /// `x = i * 2654435761 + seed * 40503; x ^= x >> 15; x *= 2246822519; x ^= x >> 13; x & 255`.
  static RgbImage noise(int width, int height, int seed) {
    byte[] rgb = new byte[width * height * 3];
    for (int i = 0; i < rgb.length; i++) {
      int x = (int) (i * 2654435761L + seed * 40503L);
      x ^= x >>> 15;
      x *= (int) 2246822519L;
      x ^= x >>> 13;
      rgb[i] = (byte) x;
    }
    return new RgbImage(width, height, rgb);
  }

  static BufferedImage buffered(RgbImage image) {
    BufferedImage buffered =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < image.width() * image.height(); i++) {
      buffered.setRGB(i % image.width(), i / image.width(), colour(image, i));
    }
    return buffered;
  }

  private static int colour(RgbImage image, int pixel) {
    byte[] rgb = image.rgb();
    return (rgb[pixel * 3] & 0xff) << 16
        | (rgb[pixel * 3 + 1] & 0xff) << 8
        | (rgb[pixel * 3 + 2] & 0xff);
  }

  /// A file of ImageIO's own making.
  static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, file)) {
        throw new IllegalArgumentException("nothing writes " + format);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return file.toByteArray();
  }

  /// A file that lies beside the tests.
  ///
  /// All show the same 64 x 48 picture, made with Pillow 13: red `4x`, green `5y`, blue `xy`, each
  /// modulo 256, `grey.jpg` its luminance and `cmyk.jpg` the three as cyan, magenta and yellow.
  static byte[] stored(String name) {
    try (InputStream file = Pictures.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static long crc32(RgbImage image) {
    CRC32 crc = new CRC32();
    crc.update(image.rgb());
    return crc.getValue();
  }
}
