package dev.imagedb.ingest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks a run to end early, in good order. Safe for use by many threads.
public final class Cancellation {
  /// How long to wait for a run to end by itself before [#settle]: with the commit after it, well
  /// under two seconds.
  public static final Duration MOMENT = Duration.ofMillis(700);

  private volatile boolean requested;
  private volatile @Nullable Runnable settling;

  /// Asks; the run goes on until it comes to a good place.
  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }

  /// Says that a run is under way which would lose something if it ended anyhow, and which asks
  /// [#isRequested] from now on.
  ///
  /// @param settling keeps what is done by then, and tells of it, unless the run has done so itself
  void heed(Runnable settling) {
    this.settling = settling;
  }

  /// Whether it is worth waiting for whoever is asked.
  public boolean isHeeded() {
    return settling != null;
  }

  /// Has what is done kept and told, where the run takes too long to end: something holds it up
  /// that cannot be stopped. The program may end after this, whatever the run is at.
  ///
  /// @throws dev.imagedb.fault.UserException where it cannot be kept: a full disk
  public void settle() {
    Runnable known = settling;
    if (known != null) {
      known.run();
    }
  }
}
