package dev.imagedb.embed.hub;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Tries what a network may spoil again, waiting longer each time: 1, 2, 4, 8 seconds, or as long
/// as the hub asks for up to a minute. Whoever gets further each time may go on for ever.
record Retry(Sleeper sleeper) {
  private static final int ATTEMPTS = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /// Something that may fail for a while.
  @FunctionalInterface
  interface Attempt<T> {
    T make() throws IOException;
  }

  <T> T of(Attempt<T> attempt) throws IOException {
    return of(attempt, () -> 0);
  }

  /// @param mark grows where an attempt failed, yet got further than the one before
  /// @throws IOException the last attempt's
  <T> T of(Attempt<T> attempt, LongSupplier mark) throws IOException {
    int failures = 0;
    while (true) {
      long before = mark.getAsLong();
      try {
        return attempt.make();
      } catch (HubUnreachable | FileSystemException e) {
        throw e;
      } catch (IOException e) {
        failures = mark.getAsLong() > before ? 1 : failures + 1;
        if (failures == ATTEMPTS) {
          throw e;
        }
        pause(e, failures);
      }
    }
  }

  private void pause(IOException failure, int failures) {
    Duration usual = Duration.ofSeconds(1L << (failures - 1));
    Duration wait =
        failure instanceof TransientFailure busy ? busy.retryAfter().orElse(usual) : usual;
    try {
      sleeper.sleep(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }
}
