package dev.imagedb.duplicates;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// What people and programs do to copies of a picture, and what a burst does from frame to frame.
final class Darkroom {
  private Darkroom() {}

  /// @param quality 0 to 1
  static byte[] jpeg(BufferedImage picture, double quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality((float) quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static BufferedImage smaller(BufferedImage picture, int times) {
    int width = picture.getWidth() / times;
    int height = picture.getHeight() / times;
    Image scaled = picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    return drawn(width, height, pen -> pen.drawImage(scaled, 0, 0, null));
  }

  /// Without these shares of its width and height.
  static BufferedImage cropped(
      BufferedImage picture, double left, double top, double right, double bottom) {
    int x = (int) Math.round(picture.getWidth() * left);
    int y = (int) Math.round(picture.getHeight() * top);
    int width = (int) Math.round(picture.getWidth() * (1 - right)) - x;
    int height = (int) Math.round(picture.getHeight() * (1 - bottom)) - y;
    return drawn(width, height, pen -> pen.drawImage(picture, -x, -y, null));
  }

  /// With half transparent letters across it.
  static BufferedImage watermarked(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return drawn(
        width,
        height,
        pen -> {
          pen.drawImage(picture, 0, 0, null);
          pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
          pen.setColor(Color.WHITE);
          pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, width / 10));
          pen.drawString("© Photographer", width / 12, height / 2);
        });
  }

  /// With an opaque label of two colours in its lower right corner.
  static BufferedImage labelled(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return drawn(
        width,
        height,
        pen -> {
          pen.drawImage(picture, 0, 0, null);
          pen.setColor(Color.WHITE);
          pen.fillRect(width * 78 / 100, height * 88 / 100, width / 5, height / 10);
          pen.setColor(Color.RED);
          pen.fillRect(width * 80 / 100, height * 90 / 100, width / 12, height / 16);
        });
  }

  static BufferedImage brighter(BufferedImage picture) {
    return new RescaleOp(1.12f, 4, null)
        .filter(picture, drawn(picture.getWidth(), picture.getHeight(), pen -> {}));
  }

  /// Turned by a quarter, with the EXIF tag that turns it back.
  static byte[] turnedByExif(BufferedImage picture, double quality) throws IOException {
    AffineTransform quarter =
        new AffineTransform(0, -1, 1, 0, 0, picture.getWidth()); // to the left
    BufferedImage turned =
        drawn(
            /* width= */ picture.getHeight(),
            /* height= */ picture.getWidth(),
            pen -> pen.drawImage(picture, quarter, null));
    byte[] jpeg = jpeg(turned, quality);
    byte[] exif = orientation(6);
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /// An APP1 segment with nothing but the orientation (EXIF 2.32, tag 0x0112).
  private static byte[] orientation(int tag) {
    return ByteBuffer.allocate(36)
        .putShort((short) 0xffe1)
        .putShort((short) 34)
        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) tag)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  /// With what stood in its middle a tenth of its width further to the right, and what stood there
  /// in its place.
  static BufferedImage subjectMoved(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int x = width * 3 / 10;
    int y = height * 3 / 10;
    return drawn(
        width,
        height,
        pen -> {
          pen.drawImage(picture, 0, 0, null);
          pen.setClip(new Ellipse2D.Double(x, y, width * 0.3, height * 0.4));
          pen.drawImage(picture, -width * 3 / 10, 0, null);
          pen.setClip(new Ellipse2D.Double(x + width * 0.1, y, width * 0.3, height * 0.4));
          pen.drawImage(picture, width / 10, 0, null);
        });
  }

  static BufferedImage drawn(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.accept(pen);
    pen.dispose();
    return image;
  }
}
