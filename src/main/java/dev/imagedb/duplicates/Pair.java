package dev.imagedb.duplicates;

import java.util.stream.LongStream;

/// Two of many, by their places in a list; millions of pairs are kept as numbers.
///
/// @param one the lower place
record Pair(int one, int other) {

  static long key(int one, int other) {
    return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
  }

  static Pair of(long key) {
    return new Pair((int) (key >>> Integer.SIZE), (int) key);
  }

  /// Sorted by the lower place, then the higher; each once.
  static long[] distinct(LongStream keys) {
    long[] sorted = keys.sorted().toArray();
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (kept == 0 || sorted[i] != sorted[kept - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return LongStream.of(sorted).limit(kept).toArray();
  }
}
