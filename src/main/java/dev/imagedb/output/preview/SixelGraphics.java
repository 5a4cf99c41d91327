package dev.imagedb.output.preview;

import dev.imagedb.image.RgbImage;
import dev.imagedb.thumbnail.Thumbnail;
import java.util.Optional;

/// DEC's sixels (VT330/VT340 Programmer Reference Manual, volume 2, chapter 14): columns of six
/// pixels, a colour after the other, in up to 256 colours.
record SixelGraphics() implements TerminalGraphics {
  private static final int MOST_COLOURS = 256;

  /// Pixels in a column.
  private static final int BAND = 6;

  @Override
  public Optional<Drawing> draw(Thumbnail thumbnail, Room room) {
    return thumbnail
        .pixels(room.pixelsAcross(), room.pixelsDown())
        .map(image -> Drawing.over(room, escape(image)));
  }

  static String escape(RgbImage image) {
    Palette palette = MedianCut.palette(image, MOST_COLOURS);
    IndexedPixels pixels = IndexedPixels.of(image, palette);
    StringBuilder escape = new StringBuilder(image.width() * image.height());
    // Pixels that no colour sets stay as they are (1), and are square ("1;1).
    escape.append("\u001bP0;1;0q\"1;1;%d;%d".formatted(image.width(), image.height()));
    for (int colour = 0; colour < palette.size(); colour++) {
      define(colour, palette.colour(colour), escape);
    }
    for (int top = 0; top < image.height(); top += BAND) {
      escape.append(top == 0 ? "" : "-");
      appendBand(pixels, top, palette.size(), escape);
    }
    return escape.append("\u001b\\").toString();
  }

  /// Sixels count brightness in percent.
  private static void define(int number, int colour, StringBuilder escape) {
    escape.append('#').append(number).append(";2;").append(percent(colour >> 16));
    escape.append(';').append(percent(colour >> 8)).append(';').append(percent(colour));
  }

  private static int percent(int sample) {
    return Math.round((sample & 0xff) * 100 / 255f);
  }

  private static void appendBand(IndexedPixels pixels, int top, int colours, StringBuilder escape) {
    int width = pixels.width();
    byte[][] columns = new byte[colours][];
    for (int y = top; y < Math.min(top + BAND, pixels.height()); y++) {
      for (int x = 0; x < width; x++) {
        int colour = pixels.index(x, y);
        columns[colour] = columns[colour] == null ? new byte[width] : columns[colour];
        columns[colour][x] |= (byte) (1 << (y - top));
      }
    }
    for (int colour = 0; colour < colours; colour++) {
      if (columns[colour] != null) {
        escape.append('#').append(colour);
        appendRuns(columns[colour], escape);
        escape.append('$');
      }
    }
  }

  private static void appendRuns(byte[] columns, StringBuilder escape) {
    int from = 0;
    while (from < columns.length) {
      int end = from + 1;
      while (end < columns.length && columns[end] == columns[from]) {
        end++;
      }
      char sixel = (char) ('?' + columns[from]);
      int length = end - from;
      // Shorter than four, a run is as short without its count.
      escape.append(length < 4 ? String.valueOf(sixel).repeat(length) : "!" + length + sixel);
      from = end;
    }
  }
}
