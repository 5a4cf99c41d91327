package dev.imagedb.embed.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one thread of one process at a time fetch a blob. A file lock alone holds off other
/// processes, yet not the threads of this one.
record BlobLock(ReentrantLock threads, FileChannel processes) implements AutoCloseable {
  private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  /// Waits until the lock is free.
  static BlobLock take(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    ReentrantLock threads = THREADS.computeIfAbsent(file, _ -> new ReentrantLock());
    threads.lock();
    try {
      return new BlobLock(threads, lock(file));
    } catch (IOException | RuntimeException e) {
      threads.unlock();
      throw e;
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// The file stays: to delete it while another process waits for it would make two locks of one.
  @Override
  public void close() throws IOException {
    try {
      processes.close();
    } finally {
      threads.unlock();
    }
  }
}
