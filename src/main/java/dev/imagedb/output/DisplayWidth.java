package dev.imagedb.output;

import org.jline.utils.WCWidth;

/// How many columns a text takes on a terminal: two for most Chinese, Japanese and Korean
/// characters and for emoji, none for combining marks.
///
/// A family of joined emoji counts as the one picture that present terminals draw. Texts must have
/// been through [TerminalText#escape].
public final class DisplayWidth {
  private static final String ELLIPSIS = "…";

  /// No character before the block of combining marks joins another.
  private static final int FIRST_COMBINING = 0x300;

  private DisplayWidth() {}

  public static int of(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); at += charactersAt(text, at)) {
      width += widthAt(text, at);
    }
    return width;
  }

  /// The text, with its end left out where it is wider than so many columns.
  public static String cutEnd(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    return columns < 1 ? "" : head(text, columns - 1) + ELLIPSIS;
  }

  /// The text, with its middle left out where it is wider than so many columns. Of a path the end
  /// tells more, so two thirds of the room are the end's.
  public static String cutMiddle(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int room = Math.max(columns - 1, 0);
    String head = head(text, room / 3);
    return columns < 1 ? "" : head + ELLIPSIS + tail(text, room - of(head));
  }

  public static String padEnd(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  public static String padStart(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text))) + text;
  }

  private static String head(String text, int columns) {
    int end = 0;
    int left = columns;
    while (end < text.length() && widthAt(text, end) <= left) {
      left -= widthAt(text, end);
      end += charactersAt(text, end);
    }
    return text.substring(0, end);
  }

  private static String tail(String text, int columns) {
    int start = 0;
    int left = of(text);
    while (left > columns) {
      left -= widthAt(text, start);
      start += charactersAt(text, start);
    }
    return text.substring(start);
  }

  private static int widthAt(String text, int at) {
    int width =
        standsAlone(text, at)
            ? WCWidth.wcwidth(text.codePointAt(at))
            : WCWidth.wcwidthForGraphemeCluster(text, at);
    return Math.max(0, width);
  }

  private static int charactersAt(String text, int at) {
    int characters =
        standsAlone(text, at)
            ? Character.charCount(text.codePointAt(at))
            : WCWidth.charCountForGraphemeCluster(text, at);
    return Math.max(1, characters);
  }

  /// Whether nothing joins what stands here: nearly always so, and to ask for clusters is slow.
  private static boolean standsAlone(String text, int at) {
    int next = at + Character.charCount(text.codePointAt(at));
    return next >= text.length() || !joins(text.codePointAt(next));
  }

  /// Whether a character may become one with the character before it (Unicode annex 29).
  private static boolean joins(int point) {
    if (point < FIRST_COMBINING) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default ->
          Character.isEmojiModifier(point)
              || WCWidth.isRegionalIndicator(point)
              || isInnerJamo(point);
    };
  }

  /// A vowel or a final consonant of a Korean syllable in pieces, as macOS stores names.
  private static boolean isInnerJamo(int point) {
    return 0x1160 <= point && point <= 0x11ff;
  }
}
