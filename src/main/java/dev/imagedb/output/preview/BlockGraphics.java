package dev.imagedb.output.preview;

import dev.imagedb.image.RgbImage;
import dev.imagedb.thumbnail.Thumbnail;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Upper half blocks: the character's colour is the upper pixel, the colour behind it the lower.
record BlockGraphics(ColourDepth depth) implements TerminalGraphics {
  private static final String RESET = "\u001b[0m";

  @Override
  public Optional<Drawing> draw(Thumbnail thumbnail, Room room) {
    return thumbnail.pixels(room.columns(), room.rows() * 2).map(image -> draw(image, room));
  }

  Drawing draw(RgbImage image, Room room) {
    return new Drawing(new Rows(image).all(room), "");
  }

  /// A picture's pixels, in the colours that there are.
  private final class Rows {
    private final int width;
    private final int height;
    private final int[] colours;

    Rows(RgbImage image) {
      this.width = image.width();
      this.height = image.height();
      this.colours = depth.colours(image);
    }

    List<String> all(Room room) {
      return IntStream.range(0, room.rows())
          .mapToObj(row -> row * 2 < height ? painted(row * 2, room) : " ".repeat(room.columns()))
          .toList();
    }

    /// The pixels of two lines, and blanks to the right of them.
    private String painted(int y, Room room) {
      StringBuilder row = new StringBuilder(width * 40);
      String before = "";
      for (int x = 0; x < width; x++) {
        String style = style(x, y);
        row.append(style.equals(before) ? "" : style).append('▀');
        before = style;
      }
      return row.append(RESET).append(" ".repeat(room.columns() - width)).toString();
    }

    private String style(int x, int y) {
      String upper = depth.foreground(colours[y * width + x]);
      // Below a picture of an odd height shows what the terminal has there itself.
      String lower = y + 1 < height ? depth.background(colours[(y + 1) * width + x]) : "49";
      return "\u001b[" + upper + ";" + lower + "m";
    }
  }
}
