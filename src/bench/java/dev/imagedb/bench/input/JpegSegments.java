package dev.imagedb.bench.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Segments that are put into JPEG files.
final class JpegSegments {
  private static final int START_OF_IMAGE_BYTES = 2;
  private static final short COMMENT = (short) 0xfffe;

  private JpegSegments() {}

  /// The same picture, with a segment behind its first marker.
  static byte[] inserted(byte[] jpeg, byte[] segment) {
    return ByteBuffer.allocate(jpeg.length + segment.length)
        .put(jpeg, 0, START_OF_IMAGE_BYTES)
        .put(segment)
        .put(jpeg, START_OF_IMAGE_BYTES, jpeg.length - START_OF_IMAGE_BYTES)
        .array();
  }

  /// A comment, with its marker and its length.
  static byte[] comment(String text) {
    byte[] written = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 * Short.BYTES + written.length)
        .putShort(COMMENT)
        .putShort((short) (Short.BYTES + written.length))
        .put(written)
        .array();
  }
}
