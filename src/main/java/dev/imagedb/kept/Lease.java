package dev.imagedb.kept;

import java.util.concurrent.atomic.AtomicBoolean;

/// The use of something that others use, too. Ends once, however often it is closed.
final class Lease<T> implements AutoCloseable {
  private final T value;
  private final Runnable end;
  private final AtomicBoolean ended = new AtomicBoolean();

  Lease(T value, Runnable end) {
    this.value = value;
    this.end = end;
  }

  T value() {
    return value;
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      end.run();
    }
  }
}
