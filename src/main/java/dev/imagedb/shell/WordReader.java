package dev.imagedb.shell;

import java.util.ArrayList;
import java.util.List;

/// Takes a line apart into words.
///
/// Quotes, double or single, hold words together where they open a word, or its part behind `=`:
/// elsewhere they mean themselves, as in `a dog's ball` or `camera:"X100V"`. One that is not closed
/// reaches to the end of the line. A backslash takes a space, a quote or a backslash for what it
/// is.
final class WordReader {
  private final String line;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private boolean quoted;

  private WordReader(String line) {
    this.line = line;
  }

  static List<Word> words(String line) {
    WordReader reader = new WordReader(line);
    List<Word> words = new ArrayList<>();
    while (reader.findWord()) {
      words.add(reader.word());
    }
    return words;
  }

  private boolean findWord() {
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return at < line.length();
  }

  private Word word() {
    int start = at;
    text.setLength(0);
    quoted = false;
    while (at < line.length() && !isSpace(line.charAt(at))) {
      if (isQuote(line.charAt(at)) && (at == start || line.charAt(at - 1) == '=')) {
        quotedPart();
      } else {
        sign();
      }
    }
    return new Word(text.toString(), start, at, quoted);
  }

  private void quotedPart() {
    quoted = true;
    char quote = line.charAt(at++);
    while (at < line.length() && line.charAt(at) != quote) {
      if (quote == '"') {
        sign();
      } else {
        text.append(line.charAt(at++));
      }
    }
    at = Math.min(at + 1, line.length());
  }

  /// A sign, or one that a backslash stands before.
  private void sign() {
    if (line.charAt(at) == '\\' && at + 1 < line.length() && isSpecial(line.charAt(at + 1))) {
      at++;
    }
    text.append(line.charAt(at++));
  }

  private static boolean isSpecial(char sign) {
    return isSpace(sign) || isQuote(sign) || sign == '\\';
  }

  private static boolean isSpace(char sign) {
    return Character.isWhitespace(sign);
  }

  private static boolean isQuote(char sign) {
    return sign == '"' || sign == '\'';
  }

  /// A text as it must be typed to be one word that means it.
  static String quoted(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars().noneMatch(sign -> isSpecial((char) sign))
            && text.charAt(0) != '#';
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
