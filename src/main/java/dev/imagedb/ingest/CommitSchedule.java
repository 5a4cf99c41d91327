package dev.imagedb.ingest;

import dev.imagedb.store.PhotoWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Commits now and then, so that a run that is killed loses little. Safe for use by many threads;
/// one commits while the others go on.
final class CommitSchedule {
  private static final long EVERY_NANOS = Duration.ofSeconds(20).toNanos();

  private final PhotoWriter writer;
  private final AtomicLong next = new AtomicLong(System.nanoTime() + EVERY_NANOS);

  CommitSchedule(PhotoWriter writer) {
    this.writer = writer;
  }

  void commitIfDue() {
    long due = next.get();
    long now = System.nanoTime();
    if (now - due >= 0 && next.compareAndSet(due, now + EVERY_NANOS)) {
      writer.commit();
    }
  }
}
