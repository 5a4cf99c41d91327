package dev.imagedb.embed.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Breaks off a download that has come to a standstill: the JDK's HTTP client waits for ever for
/// the next bytes of a body.
final class StallGuard extends FilterInputStream {
  private final long limitNanos;
  private final Thread watch;
  private volatile long lastArrival = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(InputStream in, Duration limit) {
    super(in);
    limitNanos = limit.toNanos();
    watch = Thread.ofVirtual().start(this::watch);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      lastArrival = System.nanoTime();
      return count;
    } catch (IOException e) {
      throw stalled ? new IOException("nothing more came", e) : e;
    }
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    super.close();
  }

  private void watch() {
    try {
      long left = limitNanos;
      while (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
        left = limitNanos - (System.nanoTime() - lastArrival);
      }
      stalled = true;
      super.close();
    } catch (InterruptedException | IOException _) {
      // The stream was closed: there is nothing left to watch.
    }
  }
}
