package dev.imagedb.output;

import java.time.InstantSource;

/// Draws how much of some work is done on standard error, where that is a terminal: `1,200 of 2,500
/// captions`. Safe for use by many threads.
public final class WorkProgressLine implements AutoCloseable {
  private final ProgressLine line;
  private final String thing;

  /// A line for one kind of work.
  ///
  /// @param thing what is worked on, one of them: `caption`
  public WorkProgressLine(Console console, String thing) {
    this(console, thing, InstantSource.system());
  }

  WorkProgressLine(Console console, String thing, InstantSource clock) {
    this.line = new ProgressLine(console, clock);
    this.thing = thing;
  }

  /// So many are done.
  public void update(long done, long total) {
    line.draw(() -> Quantities.count(done) + " of " + Quantities.count(total, thing));
  }

  @Override
  public void close() {
    line.clear();
  }
}
