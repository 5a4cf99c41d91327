package dev.imagedb.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Looks into a file's bytes without ever leaving them.
final class Bytes {
  private Bytes() {}

  static boolean startsWith(byte[] bytes, int offset, byte[] start) {
    return offset >= 0
        && offset + (long) start.length <= bytes.length
        && Arrays.equals(bytes, offset, offset + start.length, start, 0, start.length);
  }

  /// Four bytes, most significant first, as an unsigned number.
  static long unsignedInt(byte[] bytes, int offset) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(offset));
  }

  /// Two bytes, most significant first, as an unsigned number.
  static int unsignedShort(byte[] bytes, int offset) {
    return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(offset));
  }

  /// The four characters that name a chunk or a box.
  static String name(byte[] bytes, int offset) {
    return new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
  }

  /// The place of a zero byte at or after an offset, or the end of the bytes.
  static int nextZero(byte[] bytes, int offset) {
    int at = offset;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at;
  }

  static byte[] from(byte[] bytes, int offset) {
    return Arrays.copyOfRange(bytes, Math.min(offset, bytes.length), bytes.length);
  }
}
