package dev.imagedb.kept;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps what was opened last, for the next who asks for the same. Safe for use by many threads:
/// who asks while another opens waits for it.
///
/// What is no longer kept is closed when its last lease ends, since a question that was given up
/// may still be using it.
///
/// @param <K> says what is wanted; compared by `equals`
/// @param <T> what is opened
final class Kept<K, T extends AutoCloseable> implements AutoCloseable {
  private final Predicate<T> current;
  private @Nullable K key;
  private @Nullable Held<T> held;

  /// @param current whether something that is open is still what one would open now
  Kept(Predicate<T> current) {
    this.current = current;
  }

  /// What is wanted, until the lease is closed.
  ///
  /// @throws RuntimeException that opening failed with; nothing is then kept
  synchronized Lease<T> lease(K wanted, Supplier<T> opener) {
    Held<T> fitting = held;
    if (fitting == null || !wanted.equals(key) || !current.test(fitting.value)) {
      // Before the next is opened: there may be memory for one model, and not for two.
      close();
      fitting = new Held<>(opener.get());
      held = fitting;
      key = wanted;
    }
    return fitting.lease();
  }

  /// Keeps nothing any longer that is not what one would open now.
  synchronized void letGoOfOutdated() {
    if (held != null && !current.test(held.value)) {
      close();
    }
  }

  /// Keeps nothing any longer.
  @Override
  public synchronized void close() {
    if (held != null) {
      held.release();
      held = null;
      key = null;
    }
  }

  /// Something that is open as long as anybody uses it.
  private static final class Held<T extends AutoCloseable> {
    private final T value;
    private int users = 1;

    Held(T value) {
      this.value = value;
    }

    synchronized Lease<T> lease() {
      users++;
      return new Lease<>(value, this::release);
    }

    synchronized void release() {
      users--;
      if (users > 0) {
        return;
      }
      try {
        value.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot be closed: " + value, e);
      }
    }
  }
}
