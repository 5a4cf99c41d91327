package dev.imagedb.metadata;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDhtReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The segments of a JPEG in front of its pixels (ITU-T T.81, annex B).
final class JpegSegments {
  private static final int MARKER = 0xFF;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final byte[] EXTENDED_XMP =
      "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII);

  /// The length of the digest between the signature and the full length (XMP part 3, 1.1.3.1).
  private static final int DIGEST_LENGTH = 32;

  private final byte[] bytes;
  private final Salvage salvage;
  private final JpegSegmentData segments = new JpegSegmentData();

  private JpegSegments(byte[] bytes, Salvage salvage) {
    this.bytes = bytes;
    this.salvage = salvage;
  }

  static void read(byte[] bytes, Salvage salvage) {
    JpegSegments jpeg = new JpegSegments(bytes, salvage);
    jpeg.split();
    jpeg.readAll();
  }

  /// Walks from marker to marker; bytes between segments are passed over, as decoders do.
  private void split() {
    int at = 2;
    while (at + 4 <= bytes.length) {
      int marker = Byte.toUnsignedInt(bytes[at + 1]);
      if (Byte.toUnsignedInt(bytes[at]) != MARKER || marker == MARKER || standsAlone(marker)) {
        at++;
      } else if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return;
      } else {
        at = take(at + 2, marker);
      }
    }
  }

  /// Markers without a segment: stuffed zeros, TEM, RST0 to RST7 and SOI.
  private static boolean standsAlone(int marker) {
    return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  /// @param start where the segment's length stands
  /// @return where to look for the next marker
  private int take(int start, int marker) {
    int end = start + Bytes.unsignedShort(bytes, start);
    if (end < start + 2) {
      salvage.damaged("JPEG", "segment 0x%02x claims %d bytes".formatted(marker, end - start));
      return start;
    }
    if (end > bytes.length) {
      salvage.damaged("JPEG", "file ends within segment 0x%02x".formatted(marker));
    }
    byte[] segment = Arrays.copyOfRange(bytes, start + 2, Math.min(end, bytes.length));
    if (believable(segment)) {
      segments.addSegment((byte) marker, segment);
    }
    return end;
  }

  /// Extended XMP claims its full length in every part, and that much would be allocated.
  private boolean believable(byte[] segment) {
    int length = EXTENDED_XMP.length + DIGEST_LENGTH;
    boolean believable =
        !Bytes.startsWith(segment, 0, EXTENDED_XMP)
            || segment.length < length + 4
            || Bytes.unsignedInt(segment, length) <= bytes.length;
    if (!believable) {
      salvage.damaged("XMP", "extended XMP claims to be larger than the file");
    }
    return believable;
  }

  private void readAll() {
    for (byte[] segment : segments.getSegments(JpegSegmentType.APP1)) {
      if (Bytes.startsWith(segment, 0, ExifBlock.PREAMBLE)) {
        ExifBlock.read(segment, salvage);
      }
    }
    readBeforeExif();
    for (JpegSegmentMetadataReader reader : JpegMetadataReader.ALL_READERS) {
      if (!(reader instanceof ExifReader) && !(reader instanceof JpegDhtReader)) {
        salvage.read(
            reader.getClass().getSimpleName().replace("Reader", ""),
            found -> JpegMetadataReader.processJpegSegmentData(found, List.of(reader), segments));
      }
    }
  }

  /// Cameras of the last century.
  private void readBeforeExif() {
    for (byte[] segment : segments.getSegments(JpegSegmentType.APP0)) {
      if (CiffBlock.matches(segment)) {
        CiffBlock.read(segment, salvage);
      }
    }
    for (byte[] segment : segments.getSegments(JpegSegmentType.APPC)) {
      if (PictureInfoBlock.matches(segment)) {
        PictureInfoBlock.read(segment, salvage);
      }
    }
  }
}
