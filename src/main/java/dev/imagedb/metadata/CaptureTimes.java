package dev.imagedb.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import dev.imagedb.photo.CaptureTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a picture was taken. Sources, best first:
///
/// 1. EXIF DateTimeOriginal (0x9003): the shutter
/// 2. XMP exif:DateTimeOriginal, photoshop:DateCreated; IPTC Date Created (2:55): when what is seen
///    came to be; for a scan, that is before it was digitised
/// 3. EXIF DateTimeDigitized (0x9004), XMP xmp:CreateDate
/// 4. the satellites' clock (GPSDateStamp, GPSTimeStamp), which is UTC
/// 5. EXIF DateTime (0x0132): the last change, and all that some cameras write
///
/// Times are to the second. What is no date (`0000:00:00 00:00:00`, the thirtieth of February, a
/// year before photography) is passed over.
final class CaptureTimes {
  /// View from the Window at Le Gras.
  private static final int FIRST_YEAR = 1826;

  private static final int LAST_YEAR = 2100;

  /// EXIF `2019:07:01 12:00:00`, XMP `2019-07-01T12:00:00.5+02:00`, IPTC `20190701 120000+0200`;
  /// the time may be missing, its seconds and offset too.
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})[:/. -]?(\\d{2})[:/. -]?(\\d{2})"
              + "(?:[T ]\\s*(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d*)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?"
              + ".*",
          Pattern.DOTALL);

  private CaptureTimes() {}

  static @Nullable CaptureTime from(Directories directories) {
    XmpPackets xmp = directories.xmp();
    return exif(
            directories,
            ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
            ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL)
        .or(() -> xmp.text(XmpPackets.EXIF, "DateTimeOriginal").flatMap(CaptureTimes::parse))
        .or(() -> xmp.text(XmpPackets.PHOTOSHOP, "DateCreated").flatMap(CaptureTimes::parse))
        .or(() -> iptc(directories))
        .or(
            () ->
                exif(
                    directories,
                    ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
                    ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED))
        .or(() -> xmp.text(XmpPackets.XMP, "CreateDate").flatMap(CaptureTimes::parse))
        .or(() -> satellites(directories))
        .or(
            () ->
                exif(directories, ExifDirectoryBase.TAG_DATETIME, ExifDirectoryBase.TAG_TIME_ZONE))
        .orElse(null);
  }

  /// A date, its time and its distance to UTC, in any of the spellings that are in use.
  static Optional<CaptureTime> parse(String text) {
    Matcher matcher = DATE_TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(matcher, 1),
              number(matcher, 2),
              number(matcher, 3),
              number(matcher, 4),
              number(matcher, 5),
              number(matcher, 6));
      return Optional.of(local)
          .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
          .map(time -> new CaptureTime(time, offset(matcher.group(7))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    try {
      return text == null ? null : ZoneOffset.of(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Optional<CaptureTime> exif(Directories directories, int tag, int offsetTag) {
    return directories
        .exifText(tag)
        .flatMap(CaptureTimes::parse)
        .map(time -> time.offset() != null ? time : withOffset(time, directories, offsetTag));
  }

  private static CaptureTime withOffset(CaptureTime time, Directories directories, int offsetTag) {
    ZoneOffset offset = directories.exifText(offsetTag).map(CaptureTimes::offset).orElse(null);
    return new CaptureTime(time.local(), offset);
  }

  private static Optional<CaptureTime> iptc(Directories directories) {
    return directories
        .text(IptcDirectory.class, IptcDirectory.TAG_DATE_CREATED)
        .flatMap(
            date -> {
              String time =
                  directories.text(IptcDirectory.class, IptcDirectory.TAG_TIME_CREATED).orElse("");
              return parse(date + " " + time).or(() -> parse(date));
            });
  }

  private static Optional<CaptureTime> satellites(Directories directories) {
    return directories
        .text(GpsDirectory.class, GpsDirectory.TAG_DATE_STAMP)
        .flatMap(
            date ->
                directories
                    .of(GpsDirectory.class)
                    .flatMap(gps -> clock(gps).stream())
                    .flatMap(clock -> parse(date + " " + clock).stream())
                    .findFirst());
  }

  /// GPSTimeStamp: hours, minutes and seconds as three numbers.
  private static Optional<String> clock(Directory gps) {
    double[] parts = Directories.numbers(gps.getObject(GpsDirectory.TAG_TIME_STAMP));
    return parts.length == 3
        ? Optional.of("%02d:%02d:%02dZ".formatted((int) parts[0], (int) parts[1], (int) parts[2]))
        : Optional.empty();
  }
}
