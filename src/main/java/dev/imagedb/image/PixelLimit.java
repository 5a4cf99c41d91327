package dev.imagedb.image;

import dev.imagedb.photo.Dimensions;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/// How large a picture may be, asked before memory is taken for it: a few kilobytes can claim to
/// hold billions of pixels.
///
/// The same number of pixels is all that may be in decoding at once, so that memory stays bounded
/// however many threads decode: small pictures side by side, the largest one after the other. Safe
/// for use by many threads.
final class PixelLimit {
  /// Three bytes a pixel must fit into one array.
  private static final long MOST = (Integer.MAX_VALUE - 8) / 3;

  /// The longest side that any format's own programs write: that of Photoshop's large documents. A
  /// resize takes memory by the side, too, and a line of a hundred million pixels shows nothing.
  private static final int LONGEST_SIDE = 300_000;

  private final int pixels;
  private final Semaphore free;

  /// @param pixels the most that are read
  PixelLimit(long pixels) {
    if (pixels <= 0) {
      throw new IllegalArgumentException("limit on pixels must be positive: " + pixels);
    }
    this.pixels = (int) Math.min(pixels, MOST);
    this.free = new Semaphore(this.pixels, /* fair= */ true);
  }

  /// The right to decode a number of pixels, until it is closed.
  interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /// A picture's size, if it may be read.
  ///
  /// @throws UnreadableImageException if it is too large, or none
  Dimensions check(int width, int height) throws UnreadableImageException {
    if (width <= 0 || height <= 0) {
      throw new UnreadableImageException("damaged: its size is " + width + " x " + height);
    }
    if (Math.max(width, height) > LONGEST_SIDE) {
      throw new UnreadableImageException(
          "%d x %d pixels: no side may have more than %d".formatted(width, height, LONGEST_SIDE));
    }
    Dimensions dimensions = new Dimensions(width, height);
    if (dimensions.pixels() > pixels) {
      throw new UnreadableImageException(
          megapixels(dimensions.pixels())
              + " megapixels, more than the limit of "
              + megapixels(pixels)
              + " (--max-megapixels)");
    }
    return dimensions;
  }

  /// Waits until so many pixels may be decoded.
  ///
  /// @param dimensions of what is decoded, within the limit
  /// @throws InterruptedIOException if the thread is interrupted meanwhile
  Share share(Dimensions dimensions) throws InterruptedIOException {
    int taken = Math.toIntExact(dimensions.pixels());
    try {
      free.acquire(taken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while others were decoded");
    }
    return () -> free.release(taken);
  }

  private static String megapixels(long pixels) {
    double millions = pixels / 1e6;
    return String.format(Locale.ROOT, millions < 10 ? "%.1f" : "%.0f", millions);
  }
}
