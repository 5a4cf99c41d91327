package dev.imagedb.output;

/// Makes strangers' text harmless on a terminal.
///
/// Control characters (C0, DEL, C1) can move the cursor, change titles and, on some terminals, type
/// commands; bidirectional overrides and isolates make a name look like another one (Unicode TR 36,
/// section 3.3), and so does what takes no room; line and paragraph separators break a table's
/// lines. All of them are shown as what they are: `\n`, `\x1b`, `\u202e`. What joins letters and
/// emoji stays. A backslash is not doubled: names are shown for people, and scripts have other
/// formats.
public final class TerminalText {
  private TerminalText() {}

  /// The text with what is harmful shown as what it is; as it is where there is no such thing.
  public static String escape(String text) {
    if (text.codePoints().noneMatch(TerminalText::isHarmful)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  /// Whether a terminal would obey or be misled by this, rather than show it.
  static boolean isHarmful(int point) {
    return Character.isISOControl(point)
        || isBidirectionalControl(point)
        || isLineSeparator(point)
        || isInvisible(point)
        || isLoneSurrogate(point);
  }

  private static boolean isBidirectionalControl(int point) {
    return point == 0x061c
        || (0x200e <= point && point <= 0x200f)
        || (0x202a <= point && point <= 0x202e)
        || (0x2066 <= point && point <= 0x2069);
  }

  private static boolean isLineSeparator(int point) {
    return point == 0x2028 || point == 0x2029;
  }

  /// Zero-width spaces and word joiners, invisible operators, deprecated format characters and
  /// annotations, which have no business in a name (Unicode 16, section 23).
  private static boolean isInvisible(int point) {
    return point == 0x200b
        || point == 0xfeff
        || (0x2060 <= point && point <= 0x2064)
        || (0x206a <= point && point <= 0x206f)
        || (0xfff9 <= point && point <= 0xfffb);
  }

  private static boolean isLoneSurrogate(int point) {
    return Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE;
  }

  private static void append(StringBuilder shown, int point) {
    if (isHarmful(point)) {
      shown.append(escaped(point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  private static String escaped(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> (point < 0x100 ? "\\x%02x" : "\\u%04x").formatted(point);
    };
  }
}
