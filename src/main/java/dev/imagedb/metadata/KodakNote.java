package dev.imagedb.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The maker note of Kodak's DC200 series: big-endian numbers at fixed places (ExifTool, Kodak.pm,
/// Type3). It measures more finely than the same camera's EXIF tags, which are rounded.
///
/// @param aperture the f-number
/// @param seconds exposure time
/// @param iso sensitivity; 65535 where the camera chose
record KodakNote(double aperture, double seconds, double iso) {
  private static final String MAKE = "EASTMAN KODAK";

  /// The year begins here, and its high byte is the same from 1792 to 2047.
  private static final int YEAR_AT = 0x0C;

  private static final int YEAR_HIGH_BYTE = 7;
  private static final int SECONDS_AT = 0x38;
  private static final int APERTURE_AT = 0x3C;
  private static final int ISO_AT = 0x4E;

  static Optional<KodakNote> from(Directories directories) {
    boolean kodak =
        directories
            .exifText(ExifDirectoryBase.TAG_MAKE)
            .filter(make -> make.startsWith(MAKE))
            .isPresent();
    return directories
        .exifBytes(ExifDirectoryBase.TAG_MAKERNOTE)
        .filter(note -> kodak && note.length > ISO_AT + 2 && note[YEAR_AT] == YEAR_HIGH_BYTE)
        .map(KodakNote::parse)
        .findFirst();
  }

  private static KodakNote parse(byte[] note) {
    ByteBuffer buffer = ByteBuffer.wrap(note);
    return new KodakNote(
        Short.toUnsignedInt(buffer.getShort(APERTURE_AT)) / 100.0,
        Integer.toUnsignedLong(buffer.getInt(SECONDS_AT)) / 1e5,
        Short.toUnsignedInt(buffer.getShort(ISO_AT)));
  }
}
