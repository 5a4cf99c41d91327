package dev.imagedb.store.lucene;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;

/// A directory whose lock is held already: what Lucene opens in it to write gets that lock, and
/// leaves it and the directory open.
final class HeldDirectory extends FilterDirectory {
  private final Lock lock;

  HeldDirectory(Directory directory, Lock lock) {
    super(directory);
    this.lock = lock;
  }

  @Override
  public Lock obtainLock(String name) {
    return new Lock() {
      @Override
      public void ensureValid() throws IOException {
        lock.ensureValid();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
