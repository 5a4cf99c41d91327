package dev.imagedb.metadata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Cameras from before EXIF counted the seconds since 1970 by their own clock.
final class UnixTimes {
  private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

  private UnixTimes() {}

  /// The time as EXIF spells it.
  static String exif(long seconds) {
    return EXIF.format(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }
}
