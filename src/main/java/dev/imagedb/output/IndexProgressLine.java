package dev.imagedb.output;

import dev.imagedb.ingest.IndexCounts;
import dev.imagedb.ingest.IndexProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Draws how far a run of indexing is on standard error, where that is a terminal: `1,200 of 5,000
/// pictures, 48.2 a second, 3 skipped, 1 min 19 s left`. Safe for use by many threads.
public final class IndexProgressLine implements IndexProgress {
  /// Before this a rate says nothing.
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  private final ProgressLine line;
  private final InstantSource clock;
  private final Instant start;

  public IndexProgressLine(Console console) {
    this(console, InstantSource.system());
  }

  IndexProgressLine(Console console, InstantSource clock) {
    this.line = new ProgressLine(console, clock);
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public void update(IndexCounts counts) {
    line.draw(() -> text(counts, Duration.between(start, clock.instant())));
  }

  @Override
  public void finish() {
    line.clear();
  }

  static String text(IndexCounts counts, Duration elapsed) {
    StringBuilder text = new StringBuilder();
    text.append(Quantities.count(counts.done())).append(" of ");
    text.append(Quantities.count(counts.found())).append(counts.crawled() ? "" : "+");
    text.append(" pictures");
    boolean warm = elapsed.compareTo(WARM_UP) >= 0;
    if (warm && counts.embedded() > 0) {
      text.append(String.format(Locale.ROOT, ", %.1f a second", rate(counts.embedded(), elapsed)));
    }
    if (counts.skipped() > 0) {
      text.append(", ").append(Quantities.count(counts.skipped())).append(" skipped");
    }
    if (warm && counts.crawled() && counts.done() > 0) {
      text.append(", ").append(Quantities.roughly(left(counts, elapsed))).append(" left");
    }
    return text.toString();
  }

  private static Duration left(IndexCounts counts, Duration elapsed) {
    long waiting = counts.found() - counts.done();
    return Duration.ofSeconds((long) Math.ceil(waiting / rate(counts.done(), elapsed)));
  }

  private static double rate(long pictures, Duration elapsed) {
    return pictures / (elapsed.toNanos() / 1e9);
  }
}
