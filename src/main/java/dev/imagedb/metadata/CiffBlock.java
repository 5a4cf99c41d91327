package dev.imagedb.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What Canon wrote before EXIF: CIFF (Canon, "CIFF Specification on Image Data File", 1.0), a heap
/// of heaps. Its values are kept under the EXIF tags that came to mean the same.
final class CiffBlock {
  private static final byte[] SIGNATURE = "HEAPJPGM".getBytes(ISO_8859_1);
  private static final int SIGNATURE_AT = 6;

  /// Record: type, length, offset within the heap.
  private static final int RECORD_LENGTH = 10;

  private static final int MAX_DEPTH = 5;

  /// Heaps may overlap, so that a small block can list records without end.
  private static final int MAX_RECORDS = 10_000;

  private final ByteBuffer block;
  private final Canon canon = new Canon();
  private int recordsLeft = MAX_RECORDS;

  private CiffBlock(byte[] segment) {
    block = ByteBuffer.wrap(segment).order(ByteOrder.LITTLE_ENDIAN);
  }

  static boolean matches(byte[] segment) {
    return segment.length > 14
        && segment[0] == 'I'
        && segment[1] == 'I'
        && Bytes.startsWith(segment, SIGNATURE_AT, SIGNATURE);
  }

  static void read(byte[] segment, Salvage salvage) {
    salvage.read(
        "CIFF",
        found -> {
          CiffBlock ciff = new CiffBlock(segment);
          found.addDirectory(ciff.canon);
          ciff.readHeap(ciff.block.getInt(2), segment.length, 0);
        });
  }

  /// The directory of EXIF's tags, under the name of where they were found.
  private static final class Canon extends ExifSubIFDDirectory {
    @Override
    public String getName() {
      return "CIFF";
    }
  }

  /// A heap's last four bytes say where its records are listed.
  private void readHeap(int start, int end, int depth) {
    int list = start + block.getInt(end - 4);
    int records = Short.toUnsignedInt(block.getShort(list));
    for (int record = 0; record < records && recordsLeft > 0; record++) {
      recordsLeft--;
      readRecord(list + 2 + record * RECORD_LENGTH, start, end, depth);
    }
  }

  private void readRecord(int at, int heapStart, int heapEnd, int depth) {
    int type = Short.toUnsignedInt(block.getShort(at));
    boolean inRecord = (type & 0x4000) != 0;
    int start = inRecord ? at + 2 : heapStart + block.getInt(at + 6);
    int end = start + (inRecord ? 8 : block.getInt(at + 2));
    if (start < 0 || end < start || end > block.limit()) {
      canon.addError("record 0x%04x lies outside its heap".formatted(type));
      return;
    }
    boolean heap = (type & 0x3800) == 0x2800 || (type & 0x3800) == 0x3000;
    if (heap && depth < MAX_DEPTH && end - start < heapEnd - heapStart) {
      readHeap(start, end, depth + 1);
    } else if (!heap) {
      readValue(type & 0x3FFF, start, end);
    }
  }

  private void readValue(int type, int start, int end) {
    switch (type) {
      case 0x080A -> readNames(start, end);
      case 0x180E ->
          canon.setString(
              ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
              UnixTimes.exif(Integer.toUnsignedLong(block.getInt(start))));
      case 0x1818 -> {
        canon.setFloat(ExifDirectoryBase.TAG_SHUTTER_SPEED, block.getFloat(start + 4));
        canon.setFloat(ExifDirectoryBase.TAG_APERTURE, block.getFloat(start + 8));
      }
      case 0x1029 ->
          canon.setInt(
              ExifDirectoryBase.TAG_FOCAL_LENGTH, Short.toUnsignedInt(block.getShort(start + 2)));
      default -> {}
    }
  }

  /// Make, zero, model, zero.
  private void readNames(int start, int end) {
    String[] names =
        new String(block.array(), start, end - start, ISO_8859_1).split("\0", /* limit= */ 3);
    if (names.length > 1) {
      canon.setString(ExifDirectoryBase.TAG_MAKE, names[0]);
      canon.setString(ExifDirectoryBase.TAG_MODEL, names[1]);
    }
  }
}
