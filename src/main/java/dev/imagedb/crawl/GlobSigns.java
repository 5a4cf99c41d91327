package dev.imagedb.crawl;

/// The signs of a pattern, from left to right.
final class GlobSigns {
  static final int END = -1;

  private final int[] signs;
  private int at;

  GlobSigns(String pattern) {
    signs = pattern.codePoints().toArray();
  }

  /// Takes the next sign, or [#END].
  int next() {
    int sign = peek(0);
    at++;
    return sign;
  }

  /// A sign that is not taken yet.
  ///
  /// @param ahead 0 for the next one
  int peek(int ahead) {
    return at + ahead < signs.length ? signs[at + ahead] : END;
  }

  /// Takes these, where they come next.
  boolean take(String expected) {
    int length = expected.length();
    for (int i = 0; i < length; i++) {
      if (peek(i) != expected.charAt(i)) {
        return false;
      }
    }
    at += length;
    return true;
  }

  /// Whether [#END] was not taken yet.
  boolean hasNext() {
    return at <= signs.length;
  }
}
