package dev.imagedb.metadata;

import com.drew.metadata.webp.WebpRiffHandler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The chunks of a WebP file (RFC 9649).
final class WebpChunks {
  /// `RIFF`, length, `WEBP`.
  private static final int HEADER_LENGTH = 12;

  /// Of the pixels, only the header is looked at.
  private static final int BITSTREAM_HEADER_LENGTH = 32;

  private WebpChunks() {}

  static void read(byte[] bytes, Salvage salvage) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long at = HEADER_LENGTH;
    while (at + 8 <= bytes.length) {
      int start = (int) at + 8;
      String name = Bytes.name(bytes, start - 8);
      long end = start + Integer.toUnsignedLong(file.getInt(start - 4));
      if (end > bytes.length) {
        salvage.damaged("WebP", "file ends within chunk " + name);
      }
      readChunk(name, bytes, start, (int) Math.min(end, bytes.length), salvage);
      at = end + (end & 1);
    }
  }

  private static void readChunk(String name, byte[] bytes, int start, int end, Salvage salvage) {
    switch (name) {
      case "EXIF" -> ExifBlock.read(Arrays.copyOfRange(bytes, start, end), salvage);
      case "XMP " -> XmpBlock.read(Arrays.copyOfRange(bytes, start, end), salvage);
      case "VP8X", "ICCP" -> readPlain(name, Arrays.copyOfRange(bytes, start, end), salvage);
      case "VP8 ", "VP8L" -> {
        int headerEnd = Math.min(end, start + BITSTREAM_HEADER_LENGTH);
        readPlain(name, Arrays.copyOfRange(bytes, start, headerEnd), salvage);
      }
      default -> {}
    }
  }

  private static void readPlain(String name, byte[] chunk, Salvage salvage) {
    salvage.read("WebP " + name, found -> new WebpRiffHandler(found).processChunk(name, chunk));
  }
}
