package dev.imagedb.embed.hub;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;

/// Ends the run where a thread was told to stop.
final class Interruption {
  private Interruption() {}

  static UserException of(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new UserException(ExitCode.INTERRUPTED, "interrupted", null, cause);
  }
}
