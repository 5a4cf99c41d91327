package dev.imagedb.ingest;

import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoWriter;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The end of a run: what it has done is committed, and told, once. Two may come to it: the run
/// itself, and, while something holds that up which cannot be stopped (the network at work on a
/// batch, a merge, a drive), whoever interrupted it. Safe for use by many threads.
final class Settlement {
  private final PhotoWriter writer;
  private final VectorSpace space;
  private final Tally tally;
  private final long start;
  private final Consumer<IndexReport> told;
  private @Nullable IndexReport report;
  private boolean isTold;

  /// @param start of the run, by [System#nanoTime]
  Settlement(
      PhotoWriter writer, VectorSpace space, Tally tally, long start, Consumer<IndexReport> told) {
    this.writer = writer;
    this.space = space;
    this.tally = tally;
    this.start = start;
    this.told = told;
  }

  /// Commits what is done. What was settled before stays as it was.
  synchronized IndexReport settle(boolean interrupted) {
    if (report == null) {
      report = interrupted ? countedBeforeCommit() : countedAfterCommit();
    }
    return report;
  }

  /// Workers that are held up may store more at any time, and what is counted must be stored.
  private IndexReport countedBeforeCommit() {
    IndexReport counted = count(/* interrupted= */ true);
    writer.commit();
    return counted;
  }

  private IndexReport countedAfterCommit() {
    writer.commit();
    return count(/* interrupted= */ false);
  }

  private IndexReport count(boolean interrupted) {
    return tally.report(Duration.ofNanos(System.nanoTime() - start), space, interrupted);
  }

  /// Tells what was settled, unless that was done.
  synchronized void tell() {
    if (report != null && !isTold) {
      isTold = true;
      told.accept(report);
    }
  }
}
