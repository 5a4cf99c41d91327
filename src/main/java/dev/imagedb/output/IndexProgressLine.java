package dev.imagedb.output;

import dev.imagedb.ingest.IndexCounts;
import dev.imagedb.ingest.IndexProgress;
import dev.imagedb.photo.Skipped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows on standard error how far a run of indexing is: `indexing ━━━────── 1,200 of 5,000
/// pictures, 48.2/s, 1 min 19 s left, 3 skipped, last a.jpg: the file is empty`. Safe for use by
/// many threads.
public final class IndexProgressLine implements IndexProgress {
  private final Console console;
  private final ProgressLine line;
  private final Pace pace;

  public IndexProgressLine(Console console) {
    this(console, new SteadyTime());
  }

  IndexProgressLine(Console console, InstantSource clock) {
    this.console = console;
    this.line = new ProgressLine(console, clock);
    this.pace = new Pace(clock.instant(), 0);
  }

  @Override
  public void update(IndexCounts counts) {
    line.show(now -> text(counts, now));
  }

  @Override
  public void finish() {
    line.clear();
  }

  private ProgressText text(IndexCounts counts, Instant now) {
    double fraction = counts.crawled() ? (double) counts.done() / counts.found() : Double.NaN;
    return new ProgressText(
        "indexing", facts(counts, now), fraction, skipped(counts.lastSkipped()));
  }

  private String facts(IndexCounts counts, Instant now) {
    StringBuilder facts = new StringBuilder();
    facts.append(Quantities.count(counts.done())).append(" of ");
    facts.append(Quantities.count(counts.found())).append(counts.crawled() ? "" : "+");
    facts.append(" pictures");
    if (pace.isKnown(counts.embedded(), now)) {
      facts.append(String.format(Locale.ROOT, ", %.1f/s", pace.rate(counts.embedded(), now)));
    }
    if (counts.crawled() && pace.isKnown(counts.done(), now)) {
      String left = Quantities.roughly(pace.left(counts.done(), counts.found(), now));
      facts.append(", ").append(left).append(" left");
    }
    if (counts.skipped() > 0) {
      facts.append(", ").append(Quantities.count(counts.skipped())).append(" skipped");
    }
    return facts.toString();
  }

  private String skipped(@Nullable Skipped last) {
    return last == null ? "" : "last " + console.shown(last.path()) + ": " + last.reason();
  }
}
