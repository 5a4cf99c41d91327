package dev.imagedb.metadata;

import com.drew.imaging.tiff.TiffDataFormat;
import com.drew.lang.RandomAccessReader;
import java.io.IOException;

/// Canon's maker note: a TIFF directory whose values follow it at once. Their offsets count from
/// the block's beginning, so they point astray once an editor has moved the note.
final class CanonNote {
  private static final int ENTRY_LENGTH = 12;

  private final RandomAccessReader reader;
  private final int start;
  private final int end;

  /// @param start where the note begins in the block
  /// @param end where it ends
  CanonNote(RandomAccessReader reader, int start, int end) {
    this.reader = reader;
    this.start = start;
    this.end = end;
  }

  /// How many bytes the note was moved by since its offsets were right; 0 where it was not moved,
  /// or where that cannot be told.
  int shift() throws IOException {
    boolean order = reader.isMotorolaByteOrder();
    try {
      int entries = reader.getUInt16(start);
      if (entries > 0xFF) { // an editor turned the bytes around it, but not in it
        reader.setMotorolaByteOrder(!order);
      }
      return shift(reader.getUInt16(start));
    } finally {
      reader.setMotorolaByteOrder(order);
    }
  }

  private int shift(int entries) throws IOException {
    long first = Long.MAX_VALUE;
    long last = 0;
    for (int entry = 0; entry < entries; entry++) {
      int at = start + 2 + entry * ENTRY_LENGTH;
      long length = length(at);
      if (length > 4) {
        long offset = reader.getUInt32(at + 8);
        first = Math.min(first, offset);
        last = Math.max(last, offset + length);
      }
    }
    long behindDirectory = start + 2 + (long) entries * ENTRY_LENGTH + 4;
    boolean inPlace = first >= behindDirectory && last <= end;
    long shift = behindDirectory - first;
    return inPlace || last + shift > end ? 0 : Math.toIntExact(shift);
  }

  private long length(int entry) throws IOException {
    TiffDataFormat format = TiffDataFormat.fromTiffFormatCode(reader.getUInt16(entry + 2));
    return format == null ? 0 : reader.getUInt32(entry + 4) * format.getComponentSizeBytes();
  }
}
