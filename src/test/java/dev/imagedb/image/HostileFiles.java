package dev.imagedb.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Files that claim more than they hold, or hold more than they seem to.
final class HostileFiles {
  private HostileFiles() {}

  /// 8 bits, RGB; the data are so many zeros.
  static byte[] png(int width, int height, int zeros) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2);
    return joined(
        bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
        chunk("IHDR", header.array()),
        chunk("IDAT", deflated(zeros)),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String name, byte[] data) {
    byte[] named = joined(name.getBytes(US_ASCII), data);
    CRC32 crc = new CRC32();
    crc.update(named);
    return joined(bigEndian(data.length), named, bigEndian((int) crc.getValue()));
  }

  private static byte[] deflated(int zeros) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(new byte[zeros]);
      deflater.finish();
      byte[] buffer = new byte[zeros / 500 + 100];
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }
  }

  /// So many frames of one pixel.
  static byte[] gif(int width, int height, int frames) {
    byte[] size = littleShorts(width, height);
    byte[] head = joined("GIF89a".getBytes(US_ASCII), size, bytes(0x80, 0, 0), new byte[6]);
    byte[] control = bytes(0x21, 0xf9, 4, 0, 1, 0, 0, 0);
    byte[] frame = joined(control, bytes(0x2c, 0, 0, 0, 0), size, bytes(0, 2, 2, 0x44, 1, 0));
    byte[] file = Arrays.copyOf(head, head.length + frames * frame.length + 1);
    for (int i = 0; i < frames; i++) {
      System.arraycopy(frame, 0, file, head.length + i * frame.length, frame.length);
    }
    file[file.length - 1] = 0x3b;
    return file;
  }

  /// Uncompressed grey in one strip, of which nothing is there; further entries follow.
  static byte[] tiff(int width, int height, int samples, int... tagsAndValues) {
    int[] entries = {
      256, width, 257, height, 258, 8, 259, 1, 262, 1, 273, 8, 277, samples, 278, height, 279, 100
    };
    int[] all = Arrays.copyOf(entries, entries.length + tagsAndValues.length);
    System.arraycopy(tagsAndValues, 0, all, entries.length, tagsAndValues.length);
    ByteBuffer file = ByteBuffer.allocate(14 + all.length * 6 + 200);
    file.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8);
    file.putShort((short) (all.length / 2));
    for (int i = 0; i < all.length; i += 2) {
      file.putShort((short) all[i]).putShort((short) 4).putInt(1).putInt(all[i + 1]);
    }
    return file.array();
  }

  /// Lossless; sides up to 16,384.
  static byte[] webp(int width, int height) {
    int size = (width - 1) | (height - 1) << 14;
    return joined(
        "RIFF".getBytes(US_ASCII),
        littleInts(22),
        "WEBPVP8L".getBytes(US_ASCII),
        littleInts(10),
        bytes(0x2f),
        littleInts(size),
        new byte[5]);
  }

  static byte[] psd(int width, int height) {
    ByteBuffer file = ByteBuffer.allocate(60);
    file.put("8BPS".getBytes(US_ASCII)).putShort((short) 2).position(12);
    file.putShort((short) 3).putInt(height).putInt(width).putShort((short) 8).putShort((short) 3);
    return file.array();
  }

  static byte[] bmp(int width, int height) {
    return joined(
        "BM".getBytes(US_ASCII),
        littleInts(154, 0, 54, 40, width, height),
        littleShorts(1, 24),
        littleInts(0, 0, 0, 0, 0, 0),
        new byte[100]);
  }

  /// An icon that holds a PNG.
  static byte[] icon(byte[] png) {
    return joined(
        littleShorts(0, 1, 1), new byte[4], littleShorts(1, 32), littleInts(png.length, 22), png);
  }

  static byte[] targa(int width, int height) {
    byte[] place = new byte[8];
    return joined(
        bytes(0, 0, 10, 0), place, littleShorts(width, height), bytes(24, 0), new byte[100]);
  }

  static byte[] pnm(long width, long height) {
    return "P6 %d %d 255\n".formatted(width, height).getBytes(US_ASCII);
  }

  /// A progressive JPEG's frame and so many scans of nothing.
  static byte[] jpeg(int width, int height, int scans) {
    byte[] table = joined(bytes(0xff, 0xdb, 0, 67, 0), filled(64, 1));
    byte[] frame =
        joined(
            bytes(0xff, 0xc2, 0, 11, 8, height >> 8, height, width >> 8, width),
            bytes(1, 1, 0x11, 0));
    byte[] codes = joined(bytes(0xff, 0xc4, 0, 20, 0, 1), new byte[15], bytes(0));
    byte[] first = bytes(0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 1, 0);
    byte[] next = bytes(0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0x10, 0);
    byte[] file = joined(bytes(0xff, 0xd8), table, frame, codes, first);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(file);
    for (int scan = 1; scan < scans; scan++) {
      all.writeBytes(next);
    }
    all.writeBytes(bytes(0xff, 0xd9));
    return all.toByteArray();
  }

  /// A JPEG with another segment in front.
  static byte[] withSegment(byte[] jpeg, int marker, String name, byte[] data) {
    int length = 2 + name.length() + data.length;
    return joined(
        bytes(0xff, 0xd8, 0xff, marker, length >> 8, length),
        name.getBytes(US_ASCII),
        data,
        Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  private static byte[] filled(int length, int value) {
    byte[] filled = new byte[length];
    Arrays.fill(filled, (byte) value);
    return filled;
  }

  private static byte[] bigEndian(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] littleShorts(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(value -> buffer.putShort((short) value));
    return buffer.array();
  }

  private static byte[] littleInts(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(buffer::putInt);
    return buffer.array();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
