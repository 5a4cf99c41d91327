package dev.imagedb.output;

import java.time.Instant;
import java.time.InstantSource;

/// Time that only goes on, however the machine's clock is set meanwhile: how fast work goes, and
/// when to show it next, must not depend on that. Begins at the clock's time.
public final class SteadyTime implements InstantSource {
  private final Instant begin = Instant.now();
  private final long nanos = System.nanoTime();

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - nanos);
  }
}
