package dev.imagedb.ingest;

/// Asks a run to end early, in good order. Safe for use by many threads.
public final class Cancellation {
  private volatile boolean requested;

  /// Asks; the run goes on until it comes to a good place.
  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }
}
