package dev.imagedb.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Builds an EXIF block: a main directory, an EXIF directory and a GPS directory.
final class TiffBuilder {
  static final int ASCII = 2;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int RATIONAL = 5;
  static final int UNDEFINED = 7;

  private static final int MAIN = 0;
  private static final int EXIF = 1;
  private static final int GPS = 2;

  @SuppressWarnings("ArrayRecordComponent") // entries are never compared
  private record Entry(int tag, int type, int count, byte[] value) {}

  private final ByteOrder order;
  private final List<List<Entry>> directories =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private boolean gpsAstray;

  TiffBuilder(ByteOrder order) {
    this.order = order;
  }

  static TiffBuilder bigEndian() {
    return new TiffBuilder(ByteOrder.BIG_ENDIAN);
  }

  TiffBuilder main(int tag, String text) {
    return add(MAIN, tag, ASCII, (text + "\0").getBytes(UTF_8));
  }

  TiffBuilder mainBytes(int tag, int type, byte... value) {
    return add(MAIN, tag, type, value);
  }

  TiffBuilder mainShort(int tag, int value) {
    return add(MAIN, tag, SHORT, shortOf(value));
  }

  TiffBuilder exif(int tag, String text) {
    return add(EXIF, tag, ASCII, (text + "\0").getBytes(UTF_8));
  }

  TiffBuilder exifShort(int tag, int value) {
    return add(EXIF, tag, SHORT, shortOf(value));
  }

  TiffBuilder exifBytes(int tag, byte[] value) {
    return add(EXIF, tag, UNDEFINED, value);
  }

  TiffBuilder exifFractions(int tag, int... numeratorsAndDenominators) {
    return add(EXIF, tag, RATIONAL, ints(numeratorsAndDenominators));
  }

  TiffBuilder gps(int tag, String text) {
    return add(GPS, tag, ASCII, (text + "\0").getBytes(UTF_8));
  }

  TiffBuilder gpsByte(int tag, int value) {
    return add(GPS, tag, 1, new byte[] {(byte) value});
  }

  TiffBuilder gpsFractions(int tag, int... numeratorsAndDenominators) {
    return add(GPS, tag, RATIONAL, ints(numeratorsAndDenominators));
  }

  /// The GPS directory is said to lie behind the end of the block.
  TiffBuilder gpsAstray() {
    gpsAstray = true;
    return this;
  }

  byte[] build() {
    if (!directories.get(EXIF).isEmpty()) {
      directories.get(MAIN).add(new Entry(0x8769, LONG, 1, new byte[4]));
    }
    if (!directories.get(GPS).isEmpty() || gpsAstray) {
      directories.get(MAIN).add(new Entry(0x8825, LONG, 1, new byte[4]));
    }
    int exifStart = 8 + size(MAIN);
    int gpsStart = exifStart + size(EXIF);
    byte[] bytes = new byte[gpsStart + size(GPS)];
    ByteBuffer block = ByteBuffer.wrap(bytes).order(order);
    block.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
    block.putShort((short) 42).putInt(8);
    write(block, MAIN, exifStart, gpsAstray ? 1 << 20 : gpsStart);
    write(block, EXIF, 0, 0);
    write(block, GPS, 0, 0);
    return bytes;
  }

  private TiffBuilder add(int directory, int tag, int type, byte[] value) {
    int unit = type == SHORT ? 2 : type == LONG ? 4 : type == RATIONAL ? 8 : 1;
    directories.get(directory).add(new Entry(tag, type, value.length / unit, value));
    return this;
  }

  private int size(int directory) {
    List<Entry> entries = directories.get(directory);
    int values = entries.stream().mapToInt(TiffBuilder::outside).sum();
    return entries.isEmpty() ? 0 : 2 + 12 * entries.size() + 4 + values;
  }

  /// Values of more than four bytes stand behind the directory.
  private static int outside(Entry entry) {
    return entry.value().length > 4 ? entry.value().length : 0;
  }

  private void write(ByteBuffer block, int directory, int exifStart, int gpsStart) {
    List<Entry> entries = directories.get(directory);
    if (entries.isEmpty()) {
      return;
    }
    int valueAt = block.position() + 2 + 12 * entries.size() + 4;
    var values = new ByteArrayOutputStream();
    block.putShort((short) entries.size());
    for (Entry entry : entries) {
      block.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      switch (entry.tag()) {
        case 0x8769 -> block.putInt(exifStart);
        case 0x8825 -> block.putInt(gpsStart);
        default -> {
          if (outside(entry) > 0) {
            block.putInt(valueAt + values.size());
            values.writeBytes(entry.value());
          } else {
            block.put(Arrays.copyOf(entry.value(), 4));
          }
        }
      }
    }
    block.putInt(0).put(values.toByteArray());
  }

  private byte[] ints(int... numbers) {
    byte[] bytes = new byte[4 * numbers.length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    for (int number : numbers) {
      buffer.putInt(number);
    }
    return bytes;
  }

  private byte[] shortOf(int value) {
    byte[] bytes = new byte[2];
    ByteBuffer.wrap(bytes).order(order).putShort((short) value);
    return bytes;
  }
}
