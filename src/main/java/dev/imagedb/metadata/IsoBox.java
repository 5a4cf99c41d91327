package dev.imagedb.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A box of an ISO base media file (ISO/IEC 14496-12, 4.2): HEIF, AVIF, JPEG XL.
///
/// @param name four characters: `meta`, `iloc`
/// @param start where its content begins in the file
/// @param end where its content ends; never behind the box around it
record IsoBox(String name, int start, int end) {

  /// The boxes between two places of a file, those that are cut off included.
  static List<IsoBox> within(byte[] bytes, int start, int end) {
    List<IsoBox> boxes = new ArrayList<>();
    long at = start;
    while (at + 8 <= end) {
      int header = (int) at;
      long size = Bytes.unsignedInt(bytes, header);
      int headerLength = size == 1 ? 16 : 8;
      if (at + headerLength > end) {
        break;
      }
      long stop = header + stated(bytes, header, size, end);
      if (stop < at + headerLength) {
        break;
      }
      boxes.add(
          new IsoBox(
              Bytes.name(bytes, header + 4), header + headerLength, (int) Math.min(stop, end)));
      at = stop;
    }
    return boxes;
  }

  /// Size 1: the size follows in 64 bits (of which 32 are enough for us). Size 0: up to the end.
  private static long stated(byte[] bytes, int header, long size, int end) {
    if (size == 1) {
      return Bytes.unsignedInt(bytes, header + 8) == 0
          ? Bytes.unsignedInt(bytes, header + 12)
          : end - header;
    }
    return size == 0 ? end - header : size;
  }

  /// The boxes in this one.
  ///
  /// @param skip bytes of its own in front of them (a full box's version and flags)
  List<IsoBox> children(byte[] bytes, int skip) {
    return within(bytes, start + skip, end);
  }

  byte[] content(byte[] bytes) {
    return Arrays.copyOfRange(bytes, start, end);
  }

  int length() {
    return end - start;
  }
}
