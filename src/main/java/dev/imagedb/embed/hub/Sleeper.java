package dev.imagedb.embed.hub;

import java.time.Duration;

/// Waits. Tests put one here that does not.
@FunctionalInterface
interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
