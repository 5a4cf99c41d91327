package dev.imagedb.output;

import java.time.Duration;
import java.time.Instant;

/// How fast some work goes.
///
/// @param start when it began
/// @param before how much of it was done by then
record Pace(Instant start, long before) {
  /// Before this a rate says nothing.
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  /// Whether enough time has passed for a rate to say something.
  boolean isKnown(long done, Instant now) {
    return done > before && Duration.between(start, now).compareTo(WARM_UP) >= 0;
  }

  /// How much a second.
  double rate(long done, Instant now) {
    return (done - before) / Math.max(Duration.between(start, now).toMillis() / 1000.0, 1e-3);
  }

  /// How long the rest takes at the same pace.
  Duration left(long done, long total, Instant now) {
    return Duration.ofSeconds((long) Math.ceil((total - done) / rate(done, now)));
  }
}
