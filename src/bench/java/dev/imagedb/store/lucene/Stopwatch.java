package dev.imagedb.store.lucene;

import java.util.stream.DoubleStream;
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
    double[] sorted =
        IntStream.range(0, turns).mapToDouble(turn -> millis(work, turn)).sorted().toArray();
    return DoubleStream.of(sorted)
        .skip((turns - 1) / 2)
        .limit(2 - turns % 2)
        .average()
        .orElseThrow();
  }

  /// One turn.
  static double millis(Work work, int turn) {
    long start = System.nanoTime();
    work.run(turn);
    return (System.nanoTime() - start) / NANOS_IN_A_MILLISECOND;
  }
}
