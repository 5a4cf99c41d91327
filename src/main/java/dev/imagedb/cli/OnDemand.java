package dev.imagedb.cli;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is opened when it is first asked for, and closed if it was. Safe for use by many
/// threads.
final class OnDemand<T extends AutoCloseable> implements Supplier<T>, AutoCloseable {
  private final Supplier<T> opener;
  private @Nullable T opened;
  private @Nullable RuntimeException failure;
  private @Nullable Thread ahead;

  OnDemand(Supplier<T> opener) {
    this.opener = opener;
  }

  /// Opens it and does this with it, on a thread of its own, while others get ready to ask for it.
  /// What fails then fails for those who ask, too.
  void openAhead(Consumer<T> beginning) {
    ahead =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, _) -> {})
            .start(() -> beginning.accept(get()));
  }

  /// What was opened.
  ///
  /// @throws RuntimeException that opening failed with, each time
  @Override
  public synchronized T get() {
    if (failure != null) {
      throw failure;
    }
    if (opened == null) {
      try {
        opened = opener.get();
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return opened;
  }

  @Override
  public void close() {
    awaitAhead();
    synchronized (this) {
      if (opened != null) {
        try {
          opened.close();
        } catch (Exception e) {
          throw new IllegalStateException("cannot be closed: " + opened, e);
        }
      }
    }
  }

  private void awaitAhead() {
    if (ahead != null) {
      try {
        ahead.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
