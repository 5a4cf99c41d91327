package dev.imagedb.output.gallery;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/// Writes lines on a picture, in whatever sans serif font there is.
final class Lettering {
  /// How large letters are.
  enum Size {
    TITLE(Font.BOLD, 26),
    NAME(Font.BOLD, 15),
    TEXT(Font.PLAIN, 14);

    private final int style;
    private final int pixels;

    Size(int style, int pixels) {
      this.style = style;
      this.pixels = pixels;
    }
  }

  private final Graphics2D pen;

  Lettering(Graphics2D pen) {
    this.pen = pen;
  }

  /// Writes from the left, on a base line; what is wider than there is room for loses its end.
  void write(String text, Size size, Color colour, int left, int base, int width) {
    FontMetrics metrics = choose(size);
    pen.setColor(colour);
    pen.drawString(fitting(text, metrics, width), left, base);
  }

  /// The same, in the middle of the room.
  void writeCentred(String text, Size size, Color colour, int left, int base, int width) {
    FontMetrics metrics = choose(size);
    String fitting = fitting(text, metrics, width);
    pen.setColor(colour);
    pen.drawString(fitting, left + (width - metrics.stringWidth(fitting)) / 2, base);
  }

  /// Java fails in many ways where a machine has no fonts, as small containers have none.
  private FontMetrics choose(Size size) {
    try {
      pen.setFont(new Font(Font.SANS_SERIF, size.style, size.pixels));
      return pen.getFontMetrics();
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new UserException(
          ExitCode.FAILED,
          "Java finds no fonts to write with",
          "install fontconfig and a font, such as fonts-dejavu-core",
          e);
    }
  }

  private static String fitting(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }
}
