package dev.imagedb.embed.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallGuardTest {
  @Test
  void breaksOffWhatComesByteByByte() throws IOException {
    try (InputStream guarded = new StallGuard(new Drip(), Duration.ofMillis(50))) {
      assertThatThrownBy(guarded::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("next to nothing came any more");
    }
  }

  @Test
  void letsAllElseThrough() throws IOException {
    byte[] bytes = new byte[1_000_000];
    try (InputStream guarded =
        new StallGuard(new ByteArrayInputStream(bytes), Duration.ofHours(1))) {
      assertThat(guarded.readAllBytes()).isEqualTo(bytes);
    }
  }

  /// Never ends until it is closed.
  private static final class Drip extends InputStream {
    private volatile boolean closed;

    @Override
    public int read() throws IOException {
      if (closed) {
        throw new IOException("closed");
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return 7;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (length > 0) {
        buffer[offset] = (byte) read();
      }
      return Math.min(1, length);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
