package dev.imagedb.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;

/// Pictures as ImageIO gives them, as RGB over white.
///
/// Samples are taken as they lie: grey and RGB are not colour-managed, because the reference does
/// not do it either, and because Java's own conversion brightens greys by treating them as linear.
/// Only other colour spaces (CMYK, Lab) are converted.
final class RasterToRgb {
  private RasterToRgb() {}

  static RgbImage convert(BufferedImage image) {
    byte[] rgb = new byte[Math.multiplyExact(image.getWidth() * 3, image.getHeight())];
    switch (image.getColorModel()) {
      case IndexColorModel palette -> lookUp(image, palette, rgb);
      case ComponentColorModel colours when isGreyOrRgb(colours) -> take(image, colours, rgb);
      case ColorModel colours when isRgb(colours) -> unpack(image, rgb);
      default -> unpack(managed(image), rgb);
    }
    return new RgbImage(image.getWidth(), image.getHeight(), rgb);
  }

  private static boolean isRgb(ColorModel colours) {
    return colours.getColorSpace().getType() == ColorSpace.TYPE_RGB;
  }

  private static boolean isGreyOrRgb(ColorModel colours) {
    int expected = isRgb(colours) ? 3 : 1;
    return (isRgb(colours) || colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY)
        && colours.getNumColorComponents() == expected;
  }

  private static BufferedImage managed(BufferedImage image) {
    int type =
        image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage managed = new BufferedImage(image.getWidth(), image.getHeight(), type);
    return new ColorConvertOp(null).filter(image, managed);
  }

  private static void lookUp(BufferedImage image, IndexColorModel palette, byte[] rgb) {
    int width = image.getWidth();
    int[] colours = new int[palette.getMapSize()];
    palette.getRGBs(colours);
    int[] indices = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getSamples(0, y, width, 1, 0, indices);
      for (int x = 0; x < width; x++) {
        // An index past the palette's end is damage; black is what other readers make of it.
        int colour = indices[x] < colours.length ? colours[indices[x]] : 0xff000000;
        store(colour, rgb, (y * width + x) * 3);
      }
    }
  }

  private static void unpack(BufferedImage image, byte[] rgb) {
    int width = image.getWidth();
    int[] colours = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, colours, 0, width);
      for (int x = 0; x < width; x++) {
        store(colours[x], rgb, (y * width + x) * 3);
      }
    }
  }

  /// Stores one colour over white.
  ///
  /// @param argb packed, not premultiplied
  private static void store(int argb, byte[] rgb, int at) {
    int alpha = argb >>> 24;
    rgb[at] = overWhite(argb >> 16 & 0xff, alpha);
    rgb[at + 1] = overWhite(argb >> 8 & 0xff, alpha);
    rgb[at + 2] = overWhite(argb & 0xff, alpha);
  }

  private static byte overWhite(int sample, int alpha) {
    return (byte) ((sample * alpha + 255 * (255 - alpha) + 127) / 255);
  }

  private static void take(BufferedImage image, ComponentColorModel colours, byte[] rgb) {
    int width = image.getWidth();
    SampleRows rows = new SampleRows(image.getRaster(), colours.getComponentSize(0));
    int bands = rows.bands();
    int last = colours.getNumColorComponents() - 1;
    boolean opaque = !colours.hasAlpha();
    for (int y = 0; y < image.getHeight(); y++) {
      int[] row = rows.read(y);
      for (int x = 0; x < width; x++) {
        int pixel = x * bands;
        int alpha = opaque ? 255 : row[pixel + last + 1];
        int at = (y * width + x) * 3;
        for (int channel = 0; channel < 3; channel++) {
          int sample = row[pixel + Math.min(channel, last)];
          rgb[at + channel] =
              colours.isAlphaPremultiplied()
                  ? (byte) Math.min(sample + 255 - alpha, 255)
                  : overWhite(sample, alpha);
        }
      }
    }
  }
}
