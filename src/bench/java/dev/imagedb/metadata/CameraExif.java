package dev.imagedb.metadata;

/// What a camera writes about a photograph, with a comment of whoever owns it.
public final class CameraExif {
  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int ISO = 0x8827;
  private static final int EXPOSURE_TIME = 0x829A;
  private static final int F_NUMBER = 0x829D;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int USER_COMMENT = 0x9286;
  private static final String ASCII = "ASCII\0\0\0";

  private CameraExif() {}

  /// A JPEG segment, with its marker.
  public static byte[] segment(String comment) {
    return Pictures.exifSegment(
        TiffBuilder.bigEndian()
            .main(MAKE, "Canon")
            .main(MODEL, "EOS 5D")
            .exifFractions(EXPOSURE_TIME, 1, 250)
            .exifFractions(F_NUMBER, 56, 10)
            .exifShort(ISO, 400)
            .exif(DATE_TIME_ORIGINAL, "2019:07:01 12:00:00")
            .exifBytes(USER_COMMENT, Pictures.ascii(ASCII + comment))
            .build());
  }
}
