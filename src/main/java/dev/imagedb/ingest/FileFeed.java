package dev.imagedb.ingest;

import dev.imagedb.crawl.CrawledFile;
import dev.imagedb.crawl.Crawler;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hands the crawl's files out to many threads, one each, and remembers which there were.
///
/// The crawl runs ahead on a thread of its own, so that soon it is known how many there are.
final class FileFeed implements AutoCloseable {
  /// Some tens of megabytes.
  private static final int AHEAD = 100_000;

  private final Tally tally;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<CrawledFile> waiting = new ArrayDeque<>();
  private final Set<Path> given = new HashSet<>();
  private boolean over;
  private boolean closed;
  private @Nullable RuntimeException failure;

  /// @throws dev.imagedb.fault.UserException at once if a root is not there
  FileFeed(Crawler crawler, Tally tally) {
    this.tally = tally;
    Stream<CrawledFile> files = crawler.files();
    Thread.ofPlatform().daemon().name("crawl").start(() -> crawl(files));
  }

  private void crawl(Stream<CrawledFile> files) {
    try (files) {
      files.takeWhile(_ -> !isClosed()).forEachOrdered(this::add);
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      end();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void add(CrawledFile file) {
    lock.lock();
    try {
      while (waiting.size() >= AHEAD && !closed) {
        changed.awaitUninterruptibly();
      }
      waiting.add(file);
      tally.waiting(waiting.size());
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      over = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    tally.crawled();
  }

  /// The next file, or nothing at the crawl's end.
  Optional<CrawledFile> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !over) {
        changed.awaitUninterruptibly();
      }
      if (waiting.isEmpty()) {
        return ended();
      }
      if (waiting.size() == AHEAD) {
        changed.signalAll();
      }
      CrawledFile file = waiting.remove();
      tally.waiting(waiting.size());
      given.add(file.facts().path());
      return Optional.of(file);
    } finally {
      lock.unlock();
    }
  }

  private Optional<CrawledFile> ended() {
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }

  /// Whether a file was handed out.
  boolean gave(Path path) {
    lock.lock();
    try {
      return given.contains(path);
    } finally {
      lock.unlock();
    }
  }

  /// Ends the crawl where it is, and waits for nothing: a folder that cannot be reached may hold
  /// it.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
