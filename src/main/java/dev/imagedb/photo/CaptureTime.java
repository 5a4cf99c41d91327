package dev.imagedb.photo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// When a picture was taken: the camera's clock, and its distance to UTC where the camera wrote it.
public record CaptureTime(LocalDateTime local, @Nullable ZoneOffset offset) {

  /// ISO 8601, with the offset where it is known: `2019-07-01T12:00:00+02:00`.
  public String iso() {
    return offset == null
        ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local)
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atOffset(offset));
  }

  /// A point on the time line to sort by; a time without an offset is taken as UTC.
  public Instant instant() {
    return local.toInstant(offset == null ? ZoneOffset.UTC : offset);
  }
}
