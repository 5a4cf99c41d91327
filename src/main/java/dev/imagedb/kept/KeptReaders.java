package dev.imagedb.kept;

import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Upkeep;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A database whose reader stays open between questions, and is renewed when something was
/// committed since. Safe for use by many threads.
public final class KeptReaders implements PhotoStore, AutoCloseable {
  private static final Object THE_LAST_COMMIT = new Object();

  private final PhotoStore store;
  private final Kept<Object, PhotoReader> reader = new Kept<>(PhotoReader::isCurrent);

  public KeptReaders(PhotoStore store) {
    this.store = store;
  }

  @Override
  public boolean exists() {
    return store.exists();
  }

  @Override
  public PhotoReader reader() {
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

  /// Closes the reader, as soon as nobody uses it.
  @Override
  public void close() {
    reader.close();
  }
}
