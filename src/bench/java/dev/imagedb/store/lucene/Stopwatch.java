package dev.imagedb.store.lucene;

import dev.imagedb.bench.Spread;
import java.util.stream.IntStream;

/// Tells how long work takes.
final class Stopwatch {
  private static final double NANOS_IN_A_MILLISECOND = 1e6;

  private Stopwatch() {}

  /// Work that is told which turn this is, so that no two need be alike.
  @FunctionalInterface
  interface Work {
    void run(int turn);
  }

  /// The median of several turns.
  static double medianMillis(int turns, Work work) {
    return Spread.of(IntStream.range(0, turns).mapToObj(turn -> millis(work, turn)).toList())
        .median();
  }

  /// One turn.
  static double millis(Work work, int turn) {
    long start = System.nanoTime();
    work.run(turn);
    return (System.nanoTime() - start) / NANOS_IN_A_MILLISECOND;
  }
}
