package dev.imagedb.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagedb.image.ImageEncoder;
import dev.imagedb.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Small pictures of many formats, drawn here.
final class Seeds {
  private static final int SIDE = 24;

  private Seeds() {}

  static List<byte[]> pictures() {
    return Stream.concat(
            Stream.of("png", "gif", "bmp", "tiff", "pnm").map(Seeds::written),
            Stream.of(ImageEncoder.jpeg(drawn()), targa(), icon(), exif()))
        .toList();
  }

  static byte[] text(String words) {
    return words.getBytes(ISO_8859_1);
  }

  /// A directory of one icon that is a PNG.
  static byte[] icon() {
    byte[] png = written("png");
    byte[] directory = text("\0\0\1\0\1\0\30\30\0\0\1\0\40\0..\0\0\26\0\0\0");
    directory[14] = (byte) png.length;
    directory[15] = (byte) (png.length >> 8);
    return joined(directory, png);
  }

  private static byte[] targa() {
    return joined(text("\0\0\12\0\0\0\0\0\0\0\0\0\30\0\30\0\30\0"), text("\377abc".repeat(9)));
  }

  /// A JPEG with an EXIF block of two directories, the first of which names the second.
  private static byte[] exif() {
    byte[] jpeg = ImageEncoder.jpeg(drawn());
    byte[] block =
        text(
            "\377\341\0\76Exif\0\0MM\0\52\0\0\0\10"
                + "\0\2\1\17\0\2\0\0\0\4abc\0\207\151\0\4\0\0\0\1\0\0\0\46\0\0\0\0"
                + "\0\1\220\3\0\2\0\0\0\4 19\0\0\0\0\0");
    byte[] start = {jpeg[0], jpeg[1]};
    byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
    return joined(start, block, rest);
  }

  private static RgbImage drawn() {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * i / 7);
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }

  private static byte[] written(String format) {
    BufferedImage image = ImageEncoder.buffered(drawn());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException impossible) {
      throw new UncheckedIOException("in memory", impossible);
    }
    return file.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
