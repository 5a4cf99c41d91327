package dev.imagedb.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is opened when it is first asked for, and closed if it was.
final class OnDemand<T extends AutoCloseable> implements Supplier<T>, AutoCloseable {
  private final Supplier<T> opener;
  private @Nullable T opened;

  OnDemand(Supplier<T> opener) {
    this.opener = opener;
  }

  @Override
  public T get() {
    if (opened == null) {
      opened = opener.get();
    }
    return opened;
  }

  @Override
  public void close() {
    if (opened != null) {
      try {
        opened.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot be closed: " + opened, e);
      }
    }
  }
}
