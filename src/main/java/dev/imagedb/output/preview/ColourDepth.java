package dev.imagedb.output.preview;

import dev.imagedb.image.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How many colours characters can have.
enum ColourDepth {
  /// 24 bits, as ISO 8613-6 writes them.
  TRUE,
  /// Xterm's 256.
  INDEXED,
  /// The sixteen that every terminal with colours has.
  ANSI;

  /// What the variables promise: `COLORTERM` says of 24 bits, which no terminal description does,
  /// and `TERM` has the number of colours in its name where there are 256.
  static ColourDepth of(Map<String, String> variables) {
    String term = variables.getOrDefault("TERM", "");
    boolean direct = term.endsWith("-direct");
    if (direct || List.of("truecolor", "24bit").contains(variables.getOrDefault("COLORTERM", ""))) {
      return TRUE;
    }
    return term.contains("256color") ? INDEXED : ANSI;
  }

  /// A picture's colours, as [#foreground] and [#background] take them.
  ///
  /// @return shape (height, width)
  int[] colours(RgbImage image) {
    int[] colours = new int[image.width() * image.height()];
    switch (this) {
      case TRUE -> Arrays.setAll(colours, i -> image.colour(i % image.width(), i / image.width()));
      case INDEXED -> fill(colours, IndexedPixels.of(image, Palette.XTERM));
      case ANSI -> fill(colours, IndexedPixels.of(image, Palette.ANSI));
    }
    return colours;
  }

  private static void fill(int[] colours, IndexedPixels pixels) {
    Arrays.setAll(colours, i -> pixels.indices()[i] & 0xff);
  }

  /// The parameter of SGR that sets a character's colour.
  String foreground(int colour) {
    return sgr(colour, 30);
  }

  /// The parameter of SGR that sets the colour behind a character.
  String background(int colour) {
    return sgr(colour, 40);
  }

  /// @param base of the first eight colours' codes; eight more is the prefix of all others
  private String sgr(int colour, int base) {
    return switch (this) {
      case TRUE ->
          "%d;2;%d;%d;%d".formatted(base + 8, colour >> 16, colour >> 8 & 0xff, colour & 0xff);
      case INDEXED -> "%d;5;%d".formatted(base + 8, colour + 16);
      case ANSI -> Integer.toString(colour < 8 ? base + colour : base + 60 + colour - 8);
    };
  }
}
