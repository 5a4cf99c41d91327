package dev.imagedb.output.preview;

import dev.imagedb.image.RgbImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Finds the colours that a picture can do with (Heckbert, "Color Image Quantization for Frame
/// Buffer Display", 1982): the box of its colours is cut in two, at the median of its longest side,
/// and so are the boxes that come of it, until there are enough; each box gives its mean.
final class MedianCut {
  private MedianCut() {}

  /// Some of the pixels, from one to before another, and the box that holds their colours.
  ///
  /// @param shift where its longest side lies in a packed colour
  /// @param side how long that is
  @SuppressWarnings("ArrayRecordComponent") // all boxes are parts of one array
  private record Box(int[] pixels, int from, int end, int shift, int side) {
    static Box of(int[] pixels, int from, int end) {
      int widest = 0;
      for (int shift = 8; shift <= 16; shift += 8) {
        widest = side(pixels, from, end, shift) > side(pixels, from, end, widest) ? shift : widest;
      }
      return new Box(pixels, from, end, widest, side(pixels, from, end, widest));
    }

    private static int side(int[] pixels, int from, int end, int shift) {
      int least = 255;
      int most = 0;
      for (int i = from; i < end; i++) {
        int sample = pixels[i] >> shift & 0xff;
        least = Math.min(least, sample);
        most = Math.max(most, sample);
      }
      return most - least;
    }

    /// Where many pixels differ much, there is most to gain.
    long weight() {
      return (long) side * (end - from);
    }

    /// Sorts the pixels along the longest side, which is moved to the front for it.
    ///
    /// @return where the upper half begins
    int cut() {
      for (int i = from; i < end; i++) {
        // Signed and centred, so that the order of ints is that of samples.
        pixels[i] |= ((pixels[i] >> shift & 0xff) - 128) << 24;
      }
      Arrays.sort(pixels, from, end);
      for (int i = from; i < end; i++) {
        pixels[i] &= 0xffffff;
      }
      return (from + end) >>> 1;
    }

    int mean() {
      return mean(16) << 16 | mean(8) << 8 | mean(0);
    }

    private int mean(int channel) {
      long sum = 0;
      for (int i = from; i < end; i++) {
        sum += pixels[i] >> channel & 0xff;
      }
      return (int) ((sum + (end - from) / 2) / (end - from));
    }
  }

  /// The colours for a picture, fewer where it has no more.
  static Palette palette(RgbImage image, int most) {
    PriorityQueue<Box> boxes =
        new PriorityQueue<>(Comparator.comparingLong(Box::weight).reversed());
    int[] pixels = pixels(image);
    boxes.add(Box.of(pixels, 0, pixels.length));
    while (boxes.size() < most && boxes.element().weight() > 0) {
      Box widest = boxes.remove();
      int middle = widest.cut();
      boxes.add(Box.of(pixels, widest.from(), middle));
      boxes.add(Box.of(pixels, middle, widest.end()));
    }
    return new Palette(boxes.stream().mapToInt(Box::mean).sorted().distinct().toArray());
  }

  private static int[] pixels(RgbImage image) {
    int[] pixels = new int[image.width() * image.height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = image.colour(i % image.width(), i / image.width());
    }
    return pixels;
  }
}
