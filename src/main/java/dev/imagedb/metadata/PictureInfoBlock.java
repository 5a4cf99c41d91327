package dev.imagedb.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifSubIFDDirectory;

/// What Olympus, Agfa and others wrote before EXIF: lines of text in JPEG's segment APP12, below
/// `[picture info]` (ExifTool, APP12.pm). Its values are kept under the EXIF tags that came to mean
/// the same.
final class PictureInfoBlock {
  private static final String HEADING = "[picture info]";

  private PictureInfoBlock() {}

  static boolean matches(byte[] segment) {
    return new String(segment, ISO_8859_1).contains(HEADING);
  }

  static void read(byte[] segment, Salvage salvage) {
    PictureInfo info = new PictureInfo();
    salvage.read(
        "Picture Info",
        found -> {
          found.addDirectory(info);
          new String(segment, ISO_8859_1).lines().forEach(line -> readLine(line, info));
        });
  }

  /// The directory of EXIF's tags, under the name of where they were found.
  private static final class PictureInfo extends ExifSubIFDDirectory {
    @Override
    public String getName() {
      return "Picture Info";
    }
  }

  private static void readLine(String line, PictureInfo info) {
    String[] pair = line.split("=", /* limit= */ 2);
    String value = pair.length < 2 ? "" : pair[1].strip();
    switch (pair[0].strip()) {
      case "TimeDate" ->
          Numbers.parse(value)
              .map(seconds -> UnixTimes.exif(seconds.longValue()))
              .ifPresent(time -> info.setString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL, time));
      case "Shutter" ->
          Numbers.parse(value)
              .map(micros -> micros / 1e6)
              .ifPresent(time -> info.setDouble(ExifDirectoryBase.TAG_EXPOSURE_TIME, time));
      case "FNumber" ->
          Numbers.parse(value.replaceFirst("^[A-Za-z ]+", ""))
              .ifPresent(number -> info.setDouble(ExifDirectoryBase.TAG_FNUMBER, number));
      default -> {}
    }
  }
}
