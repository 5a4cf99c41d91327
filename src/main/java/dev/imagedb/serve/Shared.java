package dev.imagedb.serve;

/// Something that many use at once. It is closed when it has been retired and the last of them is
/// done. Safe for use by many threads.
final class Shared<T extends AutoCloseable> {
  private final T value;
  private int users;
  private boolean retired;

  Shared(T value) {
    this.value = value;
  }

  /// The right to use it until [#close].
  final class Lease implements AutoCloseable {
    private Lease() {}

    T value() {
      return value;
    }

    @Override
    public void close() {
      leave();
    }
  }

  /// For those who know that it is not retired.
  synchronized Lease enter() {
    users++;
    return new Lease();
  }

  T value() {
    return value;
  }

  /// Nobody enters any more.
  synchronized void retire() {
    retired = true;
    closeIfUnused();
  }

  private synchronized void leave() {
    users--;
    closeIfUnused();
  }

  private void closeIfUnused() {
    if (retired && users == 0) {
      try {
        value.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot be closed: " + value, e);
      }
    }
  }
}
