package dev.imagedb.ingest;

import dev.imagedb.store.PhotoWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// Commits now and then, so that a run that is killed loses little. Safe for use by many threads;
/// one commits while the others go on.
final class CommitSchedule {
  private static final long EVERY_NANOS = Duration.ofSeconds(20).toNanos();

  /// Fewer than the thousand that may be lost at most: others are read while one commits.
  private static final long EVERY_PICTURES = 800;

  private final PhotoWriter writer;
  private final LongSupplier stored;
  private final AtomicReference<Due> next;

  /// When to commit next: at whichever comes first.
  private record Due(long nanos, long stored) {}

  /// @param stored tells how many pictures were handed to the writer
  CommitSchedule(PhotoWriter writer, LongSupplier stored) {
    this.writer = writer;
    this.stored = stored;
    this.next = new AtomicReference<>(dueAfter(0));
  }

  private static Due dueAfter(long stored) {
    return new Due(System.nanoTime() + EVERY_NANOS, stored + EVERY_PICTURES);
  }

  void commitIfDue() {
    Due due = next.get();
    long count = stored.getAsLong();
    boolean isDue = System.nanoTime() - due.nanos() >= 0 || count >= due.stored();
    if (isDue && next.compareAndSet(due, dueAfter(count))) {
      writer.commit();
    }
  }
}
