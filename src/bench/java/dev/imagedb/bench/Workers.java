package dev.imagedb.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A thread a core, all doing the same work side by side, as indexing does it.
public final class Workers implements AutoCloseable {

  /// How often the work was done by all workers together.
  ///
  /// @param perSecond of the clock on the wall
  /// @param perBusySecond as if the workers had had a core each the whole time: from the processor
  ///   time that they were given, which other programs cannot spoil by taking cores
  public record Rate(double perSecond, double perBusySecond) {
    /// The rate of something that each time is this much of.
    public Rate times(double factor) {
      return new Rate(factor * perSecond, factor * perBusySecond);
    }
  }

  private record Share(long calls, long wallNanos, long busyNanos) {
    Rate rate() {
      return new Rate(1e9 * calls / wallNanos, 1e9 * calls / busyNanos);
    }
  }

  private final int count;
  private final ExecutorService threads;

  public Workers(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /// Repeats the work on every thread for at least the given time.
  public Rate measure(Runnable work, Duration time)
      throws InterruptedException, ExecutionException {
    List<Future<Share>> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shares.add(threads.submit(() -> repeat(work, time.toNanos())));
    }
    double perSecond = 0;
    double perBusySecond = 0;
    for (Future<Share> share : shares) {
      perSecond += share.get().rate().perSecond();
      perBusySecond += share.get().rate().perBusySecond();
    }
    return new Rate(perSecond, perBusySecond);
  }

  private static Share repeat(Runnable work, long nanos) {
    var clock = ManagementFactory.getThreadMXBean();
    long busy = clock.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long calls = 0;
    do {
      work.run();
      calls++;
    } while (System.nanoTime() - start < nanos);
    return new Share(calls, System.nanoTime() - start, clock.getCurrentThreadCpuTime() - busy);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
