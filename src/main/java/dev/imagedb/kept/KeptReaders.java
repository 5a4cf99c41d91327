package dev.imagedb.kept;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Upkeep;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A database whose reader stays open between questions, and is renewed when something was
/// committed since. Safe for use by many threads.
///
/// An open reader holds the files of its commit, and their room on the disk, though merges have
/// replaced them. So it is closed soon after a commit even where nobody asks for days.
public final class KeptReaders implements PhotoStore, AutoCloseable {
  private static final Object THE_LAST_COMMIT = new Object();
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  private final PhotoStore store;
  private final Kept<Object, PhotoReader> reader = new Kept<>(PhotoReader::isCurrent);
  private @Nullable Thread looking;

  public KeptReaders(PhotoStore store) {
    this.store = store;
  }

  @Override
  public boolean exists() {
    return store.exists();
  }

  @Override
  public PhotoReader reader() {
    beginLooking();
    return new LeasedReader(reader.lease(THE_LAST_COMMIT, store::reader));
  }

  @Override
  public PhotoWriter writer(VectorSpace space, boolean replaceModel) {
    return store.writer(space, replaceModel);
  }

  @Override
  public PhotoWriter writer() {
    return store.writer();
  }

  @Override
  public Optional<VectorSpace> space() {
    return store.space();
  }

  @Override
  public Upkeep upkeep() {
    return store.upkeep();
  }

  /// Without readers that are kept: who waits to write is not in the hurry of who asks.
  @Override
  public PhotoStore waiting(Duration patience, Consumer<String> told) {
    return store.waiting(patience, told);
  }

  private synchronized void beginLooking() {
    if (looking == null) {
      looking = Thread.ofVirtual().name("look-after-reader").start(this::lookNowAndThen);
    }
  }

  private void lookNowAndThen() {
    try {
      while (true) {
        Thread.sleep(BETWEEN_LOOKS);
        letGoOfOutdated();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  void letGoOfOutdated() {
    try {
      reader.letGoOfOutdated();
    } catch (UserException _) {
      // Who asks next is told what is wrong with the database.
    }
  }

  /// Closes the reader, as soon as nobody uses it.
  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.interrupt();
    }
    reader.close();
  }
}
