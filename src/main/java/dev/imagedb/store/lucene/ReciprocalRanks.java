package dev.imagedb.store.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): makes one ranking of several
/// whose scores cannot be compared. Every ranking gives `1 / (60 + rank)` to what it found.
final class ReciprocalRanks {
  /// The paper's constant: how little the first few ranks stand out.
  private static final int K = 60;

  private ReciprocalRanks() {}

  /// The sum for everything that is in at least one ranking.
  ///
  /// @param rankings each best first, without repetitions
  static <T> Map<T, Double> fuse(List<List<T>> rankings) {
    Map<T, Double> fused = new LinkedHashMap<>();
    for (List<T> ranking : rankings) {
      for (int i = 0; i < ranking.size(); i++) {
        fused.merge(ranking.get(i), 1.0 / (K + i + 1), Double::sum);
      }
    }
    return fused;
  }
}
