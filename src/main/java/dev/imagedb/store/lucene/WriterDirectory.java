package dev.imagedb.store.lucene;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// A database's folder as its one writer sees it: waits for the lock as long as its user wants to,
/// and notes who has it.
final class WriterDirectory extends FilterDirectory {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final Path folder;
  private final Patience patience;

  WriterDirectory(Directory directory, Path folder, Patience patience) {
    super(directory);
    this.folder = folder;
    this.patience = patience;
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    Lock lock = awaited(name);
    try {
      LockHolder.here().note(folder);
    } catch (IOException _) {
      // The lock holds without the note: others are told less, and nothing else.
    }
    return new NotedLock(lock, folder);
  }

  private Lock awaited(String name) throws IOException {
    long begin = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        return in.obtainLock(name);
      } catch (LockObtainFailedException held) {
        if (System.nanoTime() - begin >= patience.longest().toNanos()) {
          throw held;
        }
        if (!told) {
          patience.told().accept(waitingLine());
          told = true;
        }
        sleep();
      }
    }
  }

  private String waitingLine() {
    return "waiting for "
        + LockHolder.in(folder).map(LockHolder::told).orElse("another process")
        + ", which writes to the database";
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the lock");
    }
  }

  /// Takes the note away before it lets others in.
  private static final class NotedLock extends Lock {
    private final Lock lock;
    private final Path folder;

    NotedLock(Lock lock, Path folder) {
      this.lock = lock;
      this.folder = folder;
    }

    @Override
    public void ensureValid() throws IOException {
      lock.ensureValid();
    }

    @Override
    public void close() throws IOException {
      try (lock) {
        Files.deleteIfExists(folder.resolve(LockHolder.FILE));
      }
    }
  }
}
