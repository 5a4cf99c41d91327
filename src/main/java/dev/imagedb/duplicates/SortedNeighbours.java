package dev.imagedb.duplicates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Finds pairs of vectors that point in nearly the same direction, without comparing all pairs.
///
/// All vectors are sorted by a code of their direction, and each is compared with the few that
/// follow it; then again by other codes, so often that hardly any pair is never near (the sorted
/// neighbourhood of Charikar, 2002, section 3). However the vectors crowd together, `n` of them
/// take `n * TABLES * WINDOW` comparisons and no more.
final class SortedNeighbours {
  /// How often they are sorted. At 100,000 vectors, two with a cosine of 0.8 are next to each other
  /// in one order of twenty; in none of 64 with a probability of 0.03. Most copies are far nearer.
  private static final int TABLES = 64;

  /// How many of those that follow each is compared with.
  private static final int WINDOW = 8;

  private final List<float[]> vectors;
  private final float[] centre;
  private final float atLeast;

  /// Over vectors of unit length, or zero.
  ///
  /// @param centre what the codes are seen from; where all vectors lean to one side, their mean
  ///   tells them apart better than the origin
  /// @param atLeast the least cosine of a pair
  SortedNeighbours(List<float[]> vectors, float[] centre, double atLeast) {
    this.vectors = vectors;
    this.centre = centre;
    this.atLeast = (float) atLeast;
  }

  /// The pairs as [Pair] writes them, each once, in order. The same vectors give the same pairs.
  long[] pairs() {
    int turns = vectors.isEmpty() ? 0 : Math.ceilDiv(TABLES, signs(0).count());
    return IntStream.range(0, turns)
        .mapToObj(this::pairs)
        .reduce(new long[0], SortedNeighbours::merged, SortedNeighbours::merged);
  }

  private SignCodes signs(int turn) {
    return new SignCodes(centre.length, turn);
  }

  /// What one way of turning the vectors finds: it gives several orders at once.
  private long[] pairs(int turn) {
    SignCodes signs = signs(turn);
    int[][] codes = // (vectors, orders)
        vectors.parallelStream().map(vector -> signs.of(vector, centre)).toArray(int[][]::new);
    return IntStream.range(0, signs.count())
        .parallel()
        .mapToObj(order -> neighbours(sorted(codes, order)))
        .flatMapToLong(LongStream::of)
        .toArray();
  }

  private static int[] sorted(int[][] codes, int order) {
    long[] keys = new long[codes.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) codes[i][order] << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private long[] neighbours(int[] sorted) {
    LongStream.Builder pairs = LongStream.builder();
    for (int i = 0; i < sorted.length; i++) {
      for (int j = i + 1; j <= Math.min(i + WINDOW, sorted.length - 1); j++) {
        if (Vectors.dot(vectors.get(sorted[i]), vectors.get(sorted[j])) >= atLeast) {
          pairs.add(Pair.key(sorted[i], sorted[j]));
        }
      }
    }
    return pairs.build().toArray();
  }

  private static long[] merged(long[] some, long[] others) {
    return Pair.distinct(LongStream.concat(LongStream.of(some), LongStream.of(others)));
  }
}
