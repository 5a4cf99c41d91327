package dev.imagedb.metadata;

import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// An EXIF block: a TIFF structure (TIFF 6.0, EXIF 2.32), in a picture or the whole of a file.
final class ExifBlock {
  /// Stands in front of the block in JPEG, and by mistake elsewhere.
  static final byte[] PREAMBLE =
      ExifReader.JPEG_SEGMENT_PREAMBLE.getBytes(StandardCharsets.ISO_8859_1);

  private ExifBlock() {}

  /// @param block the TIFF structure, with or without the preamble
  static void read(byte[] block, Salvage salvage) {
    byte[] tiff = Bytes.startsWith(block, 0, PREAMBLE) ? Bytes.from(block, PREAMBLE.length) : block;
    salvage.read(
        "Exif",
        found -> new TiffReader().processTiff(new BoundedReader(tiff), new Handler(found), 0));
  }

  /// Keeps the damage of blocks within the block (maker notes, IPTC, XMP, colour profile) from the
  /// tags that follow them.
  private static final class Handler extends ExifTiffHandler {
    Handler(Metadata found) {
      super(found, null, 0);
    }

    @Override
    public boolean customProcessTag(
        int tagOffset,
        Set<Integer> processedIfdOffsets,
        int tiffHeaderOffset,
        RandomAccessReader reader,
        int tagId,
        int byteCount) {
      boolean motorola = reader.isMotorolaByteOrder();
      try {
        int shift = isCanonNote(tagId) ? shift(reader, tagOffset, byteCount) : 0;
        return super.customProcessTag(
            tagOffset, processedIfdOffsets, tiffHeaderOffset + shift, reader, tagId, byteCount);
      } catch (IOException | RuntimeException | StackOverflowError | AssertionError failure) {
        error("tag 0x%04x is damaged".formatted(tagId));
        reader.setMotorolaByteOrder(motorola); // maker notes have their own
        return true;
      }
    }

    private boolean isCanonNote(int tagId) {
      ExifIFD0Directory main = _metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      return tagId == ExifDirectoryBase.TAG_MAKERNOTE
          && main != null
          && "Canon".equals(main.getString(ExifDirectoryBase.TAG_MAKE));
    }

    private static int shift(RandomAccessReader reader, int start, int length) throws IOException {
      return new CanonNote(reader, start, start + length).shift();
    }
  }
}
