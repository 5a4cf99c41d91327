package dev.imagedb.limit;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// How long one picture, or one look at a folder, may take: its drive may hang, and it may be made
/// to be decoded forever.
///
/// Neither a system call nor a native decoder can be stopped from outside. So a worker has such
/// work done by another thread and waits for it; what is late is interrupted, for what heeds that,
/// and otherwise left behind with its thread, and its result is dropped. The run ends where too
/// many are left behind at once. Shared by all workers of a run.
public final class TimeLimit implements AutoCloseable {
  /// Long enough for the largest pictures on slow drives.
  public static final Duration USUAL = Duration.ofSeconds(60);

  /// Left behind at once: more than a few bad pictures explain, and few enough for the memory.
  private static final int MOST_LEFT_BEHIND = 16;

  private static final long IDLE_SECONDS = 10;
  private static final long LOOK_UP_NANOS = Duration.ofMillis(100).toNanos();

  private final Duration limit;
  private final BooleanSupplier cancelled;
  private final ThreadPoolExecutor threads;

  /// For a number of workers.
  ///
  /// @param workers how many may wait at once
  /// @param cancelled ends the waiting as well
  public TimeLimit(Duration limit, int workers, BooleanSupplier cancelled) {
    this.limit = limit;
    this.cancelled = cancelled;
    this.threads =
        new ThreadPoolExecutor(
            0,
            workers + MOST_LEFT_BEHIND,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("picture-", 0).factory());
  }

  /// Work on one picture. It may be forgotten halfway, and so changes nothing but what it returns.
  @FunctionalInterface
  public interface Work<T> {
    T done() throws IOException;
  }

  /// Work of so many steps that only each of them can be said to be late.
  @FunctionalInterface
  public interface Steps<T> {
    /// Does all of it.
    ///
    /// @param step to be called after each
    T done(Runnable step) throws IOException;
  }

  /// What comes of work that is done in time.
  ///
  /// @return empty where it takes longer
  /// @throws IOException what the work throws
  /// @throws CancellationException where the run is cancelled meanwhile
  /// @throws UserException where too much is left behind
  public <T> Optional<T> within(Work<T> work) throws IOException {
    return stepwise(_ -> work.done());
  }

  /// What comes of work each step of which is done in time.
  ///
  /// @return empty where one takes longer
  /// @throws IOException what the work throws
  /// @throws CancellationException where the run is cancelled meanwhile
  /// @throws UserException where too much is left behind
  public <T> Optional<T> stepwise(Steps<T> work) throws IOException {
    AtomicLong lastStep = new AtomicLong(System.nanoTime());
    Future<T> future = begin(() -> work.done(() -> step(lastStep)));
    try {
      return await(future, lastStep) ? Optional.of(future.get()) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      future.cancel(true);
    }
  }

  /// What was left behind, and comes to itself, takes no step more.
  private static void step(AtomicLong lastStep) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("too late");
    }
    lastStep.set(System.nanoTime());
  }

  private <T> Future<T> begin(Work<T> work) {
    try {
      return threads.submit(work::done);
    } catch (RejectedExecutionException e) {
      throw UserException.failed(
          MOST_LEFT_BEHIND + " pictures or folders hang at once, each for more than " + inWords(),
          "look whether their drive answers (imagedb status --skipped names them), and index again");
    }
  }

  private boolean await(Future<?> future, AtomicLong lastStep)
      throws InterruptedException, ExecutionException {
    for (long left = left(lastStep); left > 0; left = left(lastStep)) {
      try {
        future.get(Math.min(left, LOOK_UP_NANOS), TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException _) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("the run is to end");
        }
      }
    }
    return future.isDone();
  }

  private long left(AtomicLong lastStep) {
    return limit.toNanos() - (System.nanoTime() - lastStep.get());
  }

  private static IOException failure(Throwable thrown) {
    return switch (thrown) {
      case IOException told -> told;
      case RuntimeException unexpected -> throw unexpected;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    };
  }

  /// Why something is passed by: `it could not be read within 60 seconds (--timeout)`.
  ///
  /// @param what was to be done with it: `read`
  public String late(String what) {
    return "it could not be %s within %s (--timeout)".formatted(what, inWords());
  }

  /// The limit as a person would say it: `60 seconds`, `0.5 seconds`.
  private String inWords() {
    double seconds = limit.toNanos() / 1e9;
    String number = seconds == Math.rint(seconds) ? "%.0f" : "%s";
    return number.formatted(seconds) + (seconds == 1 ? " second" : " seconds");
  }

  /// Leaves behind what is left; none of it keeps the program from ending.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
