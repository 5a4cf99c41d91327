package dev.imagedb.output;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Shows on standard error how much of some work is done: `1,200 of 2,500 captions, 48.2/s, 27 s
/// left`. Safe for use by many threads.
public final class WorkProgressLine implements AutoCloseable {
  private final ProgressLine line;
  private final String thing;
  private final Pace pace;

  /// A line for one kind of work.
  ///
  /// @param thing what is worked on, one of them: `caption`
  public WorkProgressLine(Console console, String thing) {
    this(console, thing, new SteadyTime());
  }

  WorkProgressLine(Console console, String thing, InstantSource clock) {
    this.line = new ProgressLine(console, clock);
    this.thing = thing;
    this.pace = new Pace(clock.instant(), 0);
  }

  /// So many are done.
  ///
  /// @param total how many there will be; less than 1 where that is not known
  public void update(long done, long total) {
    line.show(now -> text(done, total, now));
  }

  private ProgressText text(long done, long total, Instant now) {
    boolean bounded = total > 0;
    StringBuilder facts = new StringBuilder();
    facts.append(bounded ? Quantities.count(done) + " of " : "");
    facts.append(Quantities.count(bounded ? total : done, thing));
    if (pace.isKnown(done, now)) {
      facts.append(String.format(Locale.ROOT, ", %.1f/s", pace.rate(done, now)));
    }
    if (bounded && pace.isKnown(done, now)) {
      facts.append(", " + Quantities.roughly(pace.left(done, total, now)) + " left");
    }
    return new ProgressText("", facts.toString(), bounded ? (double) done / total : Double.NaN, "");
  }

  @Override
  public void close() {
    line.clear();
  }
}
