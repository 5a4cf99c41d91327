package dev.imagedb.embed.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Breaks off a download that has come to a standstill, or as good as that: the JDK's HTTP client
/// waits for ever for the next bytes of a body, and who sends one a minute would be waited for for
/// years.
final class StallGuard extends FilterInputStream {
  /// Bytes within the limit below which it stands still; a modem's.
  static final int LEAST = 1 << 16;

  private final long limitNanos;
  private final Thread watch;
  private volatile long lastArrival = System.nanoTime();
  private volatile boolean stalled;
  private int since;

  StallGuard(InputStream in, Duration limit) {
    super(in);
    limitNanos = limit.toNanos();
    watch = Thread.ofVirtual().start(this::watch);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      arrived(count);
      return count;
    } catch (IOException e) {
      throw stalled ? new IOException("next to nothing came any more", e) : e;
    }
  }

  private void arrived(int count) {
    since += count;
    if (since >= LEAST) {
      since = 0;
      lastArrival = System.nanoTime();
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
