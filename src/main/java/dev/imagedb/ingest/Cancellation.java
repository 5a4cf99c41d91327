package dev.imagedb.ingest;

/// Asks a run to end early, in good order. Safe for use by many threads.
public final class Cancellation {
  private volatile boolean requested;
  private volatile boolean heeded;

  /// Asks; the run goes on until it comes to a good place.
  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }

  /// Says that a run is under way which would lose something if it ended anyhow, and which asks
  /// [#isRequested] from now on.
  void heed() {
    heeded = true;
  }

  /// Whether it is worth waiting for whoever is asked.
  public boolean isHeeded() {
    return heeded;
  }
}
