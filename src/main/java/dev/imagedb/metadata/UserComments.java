package dev.imagedb.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Arrays;

/// EXIF UserComment (0x9286): eight bytes that name a character code, then the text (EXIF 2.32,
/// 4.6.5, table 9).
final class UserComments {
  private static final int CODE_LENGTH = 8;
  private static final byte[] ASCII = "ASCII\0\0\0".getBytes(US_ASCII);
  private static final byte[] UNICODE = "UNICODE\0".getBytes(US_ASCII);
  private static final byte[] JIS = "JIS\0\0\0\0\0".getBytes(US_ASCII);
  private static final byte[] UNDEFINED = new byte[CODE_LENGTH];

  /// Switches ISO 2022 to JIS X 0208, the bare codes of which EXIF asks for.
  private static final byte[] TO_JIS_X_0208 = {0x1B, '$', 'B'};

  private static final byte[] BIG_ENDIAN_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};

  private UserComments() {}

  /// The text of a comment; what names no code is taken as text from its first byte.
  static String decode(byte[] comment) {
    if (Bytes.startsWith(comment, 0, UNICODE)) {
      return decodeUtf16(Bytes.from(comment, CODE_LENGTH));
    }
    if (Bytes.startsWith(comment, 0, JIS)) {
      return decodeJis(Bytes.from(comment, CODE_LENGTH));
    }
    if (Bytes.startsWith(comment, 0, ASCII) || Bytes.startsWith(comment, 0, UNDEFINED)) {
      return untilZero(Texts.decode(Bytes.from(comment, CODE_LENGTH)));
    }
    return untilZero(Texts.decode(comment));
  }

  /// UTF-16 in either byte order: by its mark, else by its bytes.
  static String decodeUtf16(byte[] text) {
    boolean bigEndian =
        Bytes.startsWith(text, 0, BIG_ENDIAN_MARK)
            || (!Bytes.startsWith(text, 0, LITTLE_ENDIAN_MARK) && highBytesComeFirst(text));
    String words = new String(text, 0, text.length & ~1, bigEndian ? UTF_16BE : UTF_16LE);
    return untilZero(words.startsWith("\uFEFF") ? words.substring(1) : words);
  }

  /// A text keeps to a few blocks of Unicode, so its high bytes differ less than its low bytes. The
  /// standard leaves the order open, and programs do not keep to the block's own.
  private static boolean highBytesComeFirst(byte[] text) {
    return differentBytes(text, 0) < differentBytes(text, 1);
  }

  private static long differentBytes(byte[] text, int from) {
    boolean[] seen = new boolean[256];
    long different = 0;
    for (int i = from; i < text.length; i += 2) {
      int value = Byte.toUnsignedInt(text[i]);
      different += seen[value] ? 0 : 1;
      seen[value] = true;
    }
    return different;
  }

  /// JIS X 0208 in two-byte codes; some programs write ISO 2022 with its escapes instead.
  private static String decodeJis(byte[] text) {
    Charset iso2022 = Charset.forName("ISO-2022-JP");
    boolean escaped = Bytes.startsWith(text, 0, new byte[] {0x1B});
    if (escaped) {
      return untilZero(new String(text, iso2022));
    }
    byte[] codes = Arrays.copyOf(TO_JIS_X_0208, TO_JIS_X_0208.length + text.length);
    System.arraycopy(text, 0, codes, TO_JIS_X_0208.length, text.length);
    return untilZero(new String(codes, iso2022));
  }

  private static String untilZero(String text) {
    int zero = text.indexOf('\0');
    return zero < 0 ? text : text.substring(0, zero);
  }
}
