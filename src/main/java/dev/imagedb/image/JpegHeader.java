package dev.imagedb.image;

import java.util.Optional;
import java.util.stream.IntStream;

/// What a JPEG's frame header says (ITU-T T.81, B.2.2), read without decoding anything.
///
/// @param process which of the SOF markers it is, 0 (baseline) to 15
/// @param precision bits a sample
/// @param width in pixels
/// @param height in pixels; 0 where it is only told after the first scan
/// @param components colours a pixel
public record JpegHeader(int process, int precision, int width, int height, int components) {
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;

  /// The first frame header of a file, if there is a whole one.
  public static Optional<JpegHeader> of(byte[] jpeg) {
    return markers(jpeg)
        .filter(at -> isFrame(code(jpeg, at)) || code(jpeg, at) == SOS || code(jpeg, at) == EOI)
        .limit(1)
        .filter(at -> isFrame(code(jpeg, at)) && at + 10 <= jpeg.length)
        .mapToObj(at -> frame(jpeg, at))
        .findFirst();
  }

  private static JpegHeader frame(byte[] jpeg, int at) {
    return new JpegHeader(
        code(jpeg, at) - 0xc0,
        jpeg[at + 4] & 0xff,
        word(jpeg, at + 7),
        word(jpeg, at + 5),
        jpeg[at + 9] & 0xff);
  }

  /// Whether a file has its end marker. Whatever stands behind it is none of the picture's.
  public static boolean hasEnd(byte[] jpeg) {
    int length = jpeg.length;
    if (length >= 2 && (jpeg[length - 2] & 0xff) == 0xff && (jpeg[length - 1] & 0xff) == EOI) {
      return true;
    }
    return markers(jpeg).anyMatch(at -> code(jpeg, at) == EOI);
  }

  /// How many scans a decoder goes through: 1 where the first holds all there is of a sequential
  /// picture, else all up to the end marker.
  ///
  /// @param jpeg the file with this header
  int scans(byte[] jpeg) {
    IntStream scans =
        markers(jpeg).takeWhile(at -> code(jpeg, at) != EOI).filter(at -> code(jpeg, at) == SOS);
    return (int)
        (isProgressive() ? scans : scans.limit(firstIsAll(jpeg) ? 1 : jpeg.length)).count();
  }

  /// SOF2, 6, 10 and 14 (T.81, table B.1).
  private boolean isProgressive() {
    return (process & 3) == 2;
  }

  /// Whether the first scan holds all components (T.81, B.2.3).
  private boolean firstIsAll(byte[] jpeg) {
    return markers(jpeg)
        .filter(at -> code(jpeg, at) == SOS)
        .limit(1)
        .anyMatch(at -> at + 4 < jpeg.length && (jpeg[at + 4] & 0xff) == components);
  }

  /// Whether libjpeg-turbo turns it into RGB by itself: 8 bits, grey or three colours, Huffman or
  /// arithmetic coding, sequential or progressive.
  boolean isOrdinary() {
    boolean known = process <= 2 || process == 9 || process == 10;
    return known && precision == 8 && (components == 1 || components == 3) && height > 0;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != DHT && marker != JPG && marker != DAC;
  }

  /// Where the markers' 0xFF lie that begin segments, and the end's.
  private static IntStream markers(byte[] jpeg) {
    return IntStream.iterate(
        nextMarker(jpeg, 2), at -> at >= 0, at -> nextMarker(jpeg, at + 2 + length(jpeg, at)));
  }

  private static int code(byte[] jpeg, int marker) {
    return jpeg[marker + 1] & 0xff;
  }

  /// Where the next marker's 0xFF lies, or -1. Skips compressed data: a stuffed zero, a restart
  /// marker or a fill byte after 0xFF begins no segment.
  private static int nextMarker(byte[] jpeg, int from) {
    for (int at = Math.max(from, 0); at + 1 < jpeg.length; at++) {
      if (jpeg[at] == (byte) 0xff && beginsSegment(jpeg[at + 1] & 0xff)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean beginsSegment(int code) {
    return code > 1 && code != 0xff && (code < RST0 || code > RST7);
  }

  /// How long a segment is, its two length bytes included; 0 where it is cut off.
  private static int length(byte[] jpeg, int marker) {
    return marker + 4 <= jpeg.length ? word(jpeg, marker + 2) : 0;
  }

  private static int word(byte[] jpeg, int at) {
    return (jpeg[at] & 0xff) << 8 | (jpeg[at + 1] & 0xff);
  }
}
