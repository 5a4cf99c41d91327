package dev.imagedb.ingest;

import dev.imagedb.photo.Skipped;
import dev.imagedb.photo.VectorSpace;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts what a run does, from all of its threads.
final class Tally {
  private final IndexProgress progress;
  private final LongAdder seen = new LongAdder();
  private final LongAdder added = new LongAdder();
  private final LongAdder updated = new LongAdder();
  private final LongAdder moved = new LongAdder();
  private final LongAdder unchanged = new LongAdder();
  private final LongAdder removed = new LongAdder();
  private final Queue<Skipped> skipped = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Skipped lastSkipped;
  private volatile long waiting;
  private volatile boolean crawled;

  Tally(IndexProgress progress) {
    this.progress = progress;
  }

  void seen() {
    seen.increment();
    tell();
  }

  /// So many files were found that nobody has looked at yet.
  void waiting(long files) {
    waiting = files;
  }

  void crawled() {
    crawled = true;
    tell();
  }

  void unchanged() {
    unchanged.increment();
    tell();
  }

  void moved() {
    moved.increment();
    tell();
  }

  /// A picture was stored.
  ///
  /// @param wasKnown whether a picture was stored under its path before
  void stored(boolean wasKnown) {
    (wasKnown ? updated : added).increment();
    tell();
  }

  void skipped(Skipped picture) {
    skipped.add(picture);
    lastSkipped = picture;
    tell();
  }

  void removed() {
    removed.increment();
  }

  /// Pictures whose vectors were made in this run.
  long embedded() {
    return added.sum() + updated.sum();
  }

  private void tell() {
    long embedded = embedded();
    long done = embedded + moved.sum() + unchanged.sum() + skipped.size();
    progress.update(
        new IndexCounts(
            seen.sum() + waiting, crawled, done, embedded, skipped.size(), lastSkipped));
  }

  IndexReport report(Duration elapsed, VectorSpace space, boolean interrupted) {
    List<Skipped> inPathOrder =
        skipped.stream().sorted(Comparator.comparing(Skipped::path)).toList();
    return new IndexReport(
        seen.sum(),
        added.sum(),
        updated.sum(),
        moved.sum(),
        unchanged.sum(),
        removed.sum(),
        inPathOrder,
        elapsed,
        space,
        interrupted);
  }
}
