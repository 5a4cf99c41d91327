package dev.imagedb.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// Works replies out side by side, one a core, and sends them in the order of their questions.
///
/// @param <T> a reply
final class ReplyQueue<T> implements AutoCloseable {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  /// So many that no worker waits for a question.
  static final int MOST_UNDER_WAY = 4 * WORKERS;

  private final Predicate<T> sender;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final Deque<Future<T>> underWay = new ArrayDeque<>();
  private boolean open = true;

  /// @param sender sends a reply; says whether anybody still listens
  ReplyQueue(Predicate<T> sender) {
    this.sender = sender;
  }

  void add(Callable<T> question) {
    underWay.add(workers.submit(question));
  }

  /// Sends until no more than so many are under way, or until nobody listens.
  ///
  /// @return whether somebody does
  boolean send(int most) {
    while (open && underWay.size() > most) {
      open = sender.test(reply(underWay.remove()));
    }
    return open;
  }

  private static <T> T reply(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Forgets what was not sent.
  @Override
  public void close() {
    workers.shutdownNow();
    workers.close();
  }
}
