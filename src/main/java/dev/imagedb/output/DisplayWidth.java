package dev.imagedb.output;

import org.jline.utils.WCWidth;

/// How many columns a text takes on a terminal: two for most Chinese, Japanese and Korean
/// characters and for emoji, none for combining marks.
///
/// A family of joined emoji counts as the one picture that present terminals draw. Texts must have
/// been through [TerminalText#escape].
final class DisplayWidth {
  private static final String ELLIPSIS = "…";

  private DisplayWidth() {}

  static int of(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); at += charactersAt(text, at)) {
      width += widthAt(text, at);
    }
    return width;
  }

  /// The text, with its end left out where it is wider than so many columns.
  static String cutEnd(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    return columns < 1 ? "" : head(text, columns - 1) + ELLIPSIS;
  }

  /// The text, with its middle left out where it is wider than so many columns. Of a path the end
  /// tells more, so two thirds of the room are the end's.
  static String cutMiddle(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int room = Math.max(columns - 1, 0);
    String head = head(text, room / 3);
    return columns < 1 ? "" : head + ELLIPSIS + tail(text, room - of(head));
  }

  static String padEnd(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  static String padStart(String text, int columns) {
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
    return isPlainAt(text, at) ? 1 : Math.max(0, WCWidth.wcwidthForGraphemeCluster(text, at));
  }

  private static int charactersAt(String text, int at) {
    return isPlainAt(text, at) ? 1 : Math.max(1, WCWidth.charCountForGraphemeCluster(text, at));
  }

  /// A character of ASCII that no combining mark follows: nearly all of nearly every path, and much
  /// faster than asking for clusters.
  private static boolean isPlainAt(String text, int at) {
    return text.charAt(at) < 0x80 && (at + 1 == text.length() || text.charAt(at + 1) < 0x80);
  }
}
