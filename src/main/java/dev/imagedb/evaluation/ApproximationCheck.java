package dev.imagedb.evaluation;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Direction;
import dev.imagedb.store.Hit;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Asks a database the same questions twice, exactly and as usual, and compares the hits.
final class ApproximationCheck {
  private static final int DEPTH = 10;

  /// Questions that are not measured, until the code is compiled and the index in memory.
  private static final int WARM_UP = 20;

  private final PhotoReader photos;
  private final LongSupplier nanoTime;

  /// @param nanoTime the clock, as [System#nanoTime]
  ApproximationCheck(PhotoReader photos, LongSupplier nanoTime) {
    this.photos = photos;
    this.nanoTime = nanoTime;
  }

  /// Asks all of them.
  ///
  /// @param queries unit vectors of the database's space, at least one
  Approximation check(List<float[]> queries) {
    if (queries.isEmpty()) {
      throw UserException.failed("there are no pictures to search", "imagedb index FOLDER");
    }
    queries.stream().limit(WARM_UP).forEach(query -> check(query, new Tally()));
    Tally tally = new Tally();
    queries.forEach(query -> check(query, tally));
    return new Approximation(
        queries.size(),
        DEPTH,
        photos.comparesAll(),
        Estimate.of(tally.recalls.stream().mapToDouble(Double::doubleValue).toArray()),
        Duration.ofNanos(tally.exactNanos / queries.size()),
        Duration.ofNanos(tally.usualNanos / queries.size()));
  }

  private void check(float[] query, Tally tally) {
    long start = nanoTime.getAsLong();
    Set<Path> exact = hits(query, true);
    long between = nanoTime.getAsLong();
    Set<Path> usual = hits(query, false);
    tally.usualNanos += nanoTime.getAsLong() - between;
    tally.exactNanos += between - start;
    Set<Path> found = new HashSet<>(exact);
    found.retainAll(usual);
    tally.recalls.add((double) found.size() / exact.size());
  }

  private Set<Path> hits(float[] query, boolean exact) {
    Selection best = exact ? Selection.best(DEPTH).exactly() : Selection.best(DEPTH);
    List<Hit> hits = photos.search(new Plan(Direction.of(query), List.of(), best)).hits();
    return hits.stream().map(hit -> hit.photo().file().path()).collect(Collectors.toSet());
  }

  /// What came of the questions so far.
  private static final class Tally {
    private final List<Double> recalls = new ArrayList<>();
    private long exactNanos;
    private long usualNanos;
  }
}
