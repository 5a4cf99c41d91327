package dev.imagedb.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/// Bytes to words, and words made harmless: metadata comes from strangers.
final class Texts {
  private static final double MAX_RUBBISH = 0.1;

  private Texts() {}

  /// UTF-8 where the bytes are valid UTF-8, else Latin-1: EXIF asks for ASCII, programs write both.
  static String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, ISO_8859_1);
    }
  }

  /// The text without control characters (line breaks and tabs stay), without padding, and not
  /// longer than `maxLength` characters; empty where nothing is left to read, or most is rubbish.
  static Optional<String> readable(String text, int maxLength) {
    boolean rubbish =
        text.codePoints().filter(Texts::isRubbish).count() > MAX_RUBBISH * text.length();
    String cleaned = rubbish ? "" : clean(text, maxLength);
    return Optional.of(cleaned).filter(words -> !words.isEmpty());
  }

  static String clean(String text, int maxLength) {
    StringBuilder cleaned = new StringBuilder();
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .limit(2L * maxLength)
        .map(point -> isUnprintable(point) ? ' ' : point)
        .forEach(cleaned::appendCodePoint);
    return cut(cleaned.toString().strip(), maxLength);
  }

  /// Never between the two halves of one character.
  private static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, splitsPair ? maxLength - 1 : maxLength).strip();
  }

  /// What no text holds; padding with zeros is none.
  private static boolean isRubbish(int point) {
    return (point != 0 && isUnprintable(point)) || point == 0xFFFD;
  }

  private static boolean isUnprintable(int point) {
    return (Character.isISOControl(point) && point != '\n' && point != '\t')
        || Character.getType(point) == Character.SURROGATE
        || turnsTheLine(point);
  }

  /// Unicode's explicit marks of direction (UAX 9), by which one text can pose as another.
  private static boolean turnsTheLine(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
