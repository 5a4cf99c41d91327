package dev.imagedb.image;

import static org.bytedeco.leptonica.global.leptonica.L_JPEG_CONTINUE_WITH_BAD_DATA;
import static org.bytedeco.leptonica.global.leptonica.lept_free;
import static org.bytedeco.leptonica.global.leptonica.pixCreate;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixGetData;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.pixWriteMemJpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.IntBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;
import org.jspecify.annotations.Nullable;

/// Ordinary JPEGs through libjpeg-turbo, which Leptonica carries: at full size bit for bit what
/// Pillow reads, and at a half, a quarter or an eighth in a fraction of the time, because a smaller
/// inverse transform is done in the first place.
///
/// Native memory lives no longer than a call. Thread-safe.
final class TurboJpeg {
  /// Whether there is a native library for this machine.
  static final boolean AVAILABLE = load();

  private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

  private TurboJpeg() {}

  /// Decodes a picture whose data is all there; damage within it leaves grey blocks, as in every
  /// other viewer.
  ///
  /// @param shrinkBy 1, 2, 4 or 8: sides become that much shorter, rounded up
  /// @return empty where libjpeg-turbo gives up
  static Optional<RgbImage> decode(byte[] jpeg, int shrinkBy) {
    try (Arena arena = Arena.ofConfined()) {
      // An end marker more does no harm, and one that was missing costs the last rows.
      MemorySegment file = arena.allocate(jpeg.length + END.length);
      MemorySegment.copy(jpeg, 0, file, ValueLayout.JAVA_BYTE, 0, jpeg.length);
      MemorySegment.copy(END, 0, file, ValueLayout.JAVA_BYTE, jpeg.length, END.length);
      IntBuffer warnings = IntBuffer.allocate(1);
      @Nullable PIX picture =
          pixReadMemJpeg(
              file.asByteBuffer(),
              file.byteSize(),
              0,
              shrinkBy,
              warnings,
              L_JPEG_CONTINUE_WITH_BAD_DATA);
      return picture == null ? Optional.empty() : Optional.of(take(picture));
    }
  }

  /// Encodes a picture as a baseline JPEG, with half as much detail in colours as in brightness.
  ///
  /// @param quality 1 to 100, as libjpeg counts it
  /// @return empty where libjpeg-turbo gives up
  static Optional<byte[]> encode(RgbImage image, int quality) {
    @Nullable PIX picture = pixCreate(image.width(), image.height(), 32);
    return picture == null ? Optional.empty() : encode(image, picture, quality);
  }

  private static Optional<byte[]> encode(RgbImage image, PIX picture, int quality) {
    try (BytePointer file = new BytePointer();
        SizeTPointer length = new SizeTPointer(1)) {
      fill(picture, image);
      boolean failed = pixWriteMemJpeg(file, length, picture, quality, 0) != 0;
      return failed ? Optional.empty() : Optional.of(take(file, length));
    } finally {
      pixDestroy(picture);
    }
  }

  private static byte[] take(BytePointer file, SizeTPointer length) {
    byte[] bytes = new byte[Math.toIntExact(length.get())];
    file.get(bytes);
    lept_free(file);
    return bytes;
  }

  private static void fill(PIX picture, RgbImage image) {
    MemorySegment words = words(picture);
    int[] row = new int[picture.wpl()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        row[x] = image.colour(x, y) << 8;
      }
      long at = (long) y * row.length * Integer.BYTES;
      MemorySegment.copy(row, 0, words, ValueLayout.JAVA_INT, at, row.length);
    }
  }

  /// Shape (height, words a row).
  private static MemorySegment words(PIX picture) {
    return MemorySegment.ofAddress(pixGetData(picture).address())
        .reinterpret((long) picture.h() * picture.wpl() * Integer.BYTES);
  }

  private static RgbImage take(PIX picture) {
    try {
      int width = picture.w();
      int height = picture.h();
      int wordsPerRow = picture.wpl();
      MemorySegment words = words(picture);
      byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
      int[] row = new int[wordsPerRow];
      for (int y = 0; y < height; y++) {
        long from = (long) y * wordsPerRow * Integer.BYTES;
        MemorySegment.copy(words, ValueLayout.JAVA_INT, from, row, 0, wordsPerRow);
        if (picture.d() == 32) {
          colours(row, rgb, y * width * 3, width);
        } else {
          greys(row, rgb, y * width * 3, width);
        }
      }
      return new RgbImage(width, height, rgb);
    } finally {
      pixDestroy(picture);
    }
  }

  /// A pixel a word: red in the highest byte, then green, then blue.
  private static void colours(int[] words, byte[] rgb, int offset, int width) {
    for (int x = 0; x < width; x++) {
      int word = words[x];
      int at = offset + x * 3;
      rgb[at] = (byte) (word >>> 24);
      rgb[at + 1] = (byte) (word >>> 16);
      rgb[at + 2] = (byte) (word >>> 8);
    }
  }

  /// Four pixels a word, the first in the highest byte.
  private static void greys(int[] words, byte[] rgb, int offset, int width) {
    for (int x = 0; x < width; x++) {
      byte grey = (byte) (words[x >> 2] >>> (24 - 8 * (x & 3)));
      int at = offset + x * 3;
      rgb[at] = grey;
      rgb[at + 1] = grey;
      rgb[at + 2] = grey;
    }
  }

  private static boolean load() {
    try {
      NativeMessages.silence();
      return true;
    } catch (LinkageError missing) {
      return false;
    }
  }
}
