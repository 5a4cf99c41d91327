package dev.imagedb.serve;

import java.util.concurrent.Semaphore;

/// Lets in so many at once, and sends away the others at once. Safe for use by many threads.
final class Gate {
  private final Semaphore places;
  private final String refusal;

  /// @param refusal says of what there are too many
  Gate(int places, String refusal) {
    this.places = new Semaphore(places);
    this.refusal = refusal;
  }

  /// A place that is held until [#close].
  final class Pass implements AutoCloseable {
    private Pass() {}

    @Override
    public void close() {
      places.release();
    }
  }

  /// @throws Refusal where there is no place
  Pass enter() {
    if (!places.tryAcquire()) {
      throw Refusal.of(503, refusal, "Retry-After", "1");
    }
    return new Pass();
  }
}
