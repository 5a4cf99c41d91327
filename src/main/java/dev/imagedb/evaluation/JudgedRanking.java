package dev.imagedb.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/// A ranking, of which is known what in it is relevant. A document is relevant where its relevance
/// is 1 or more; higher ones gain more; what nobody judged is not relevant.
final class JudgedRanking {
  private final int[] ranked;
  private final int[] ideal;
  private final long relevant;

  /// @param ranked the relevance of each document, in the order of the ranking
  /// @param judged the relevance of all that was judged, ranked or not
  private JudgedRanking(int[] ranked, Collection<Integer> judged) {
    this.ranked = ranked;
    this.ideal =
        judged.stream().sorted(Comparator.reverseOrder()).mapToInt(Integer::intValue).toArray();
    this.relevant = Arrays.stream(ideal).filter(relevance -> relevance > 0).count();
  }

  /// Judges a ranking.
  ///
  /// @param ranking documents, the best first, each once
  /// @param judgements the relevance of some documents, which need not be in the ranking
  static JudgedRanking of(int[] ranking, Map<Integer, Integer> judgements) {
    return new JudgedRanking(
        Arrays.stream(ranking).map(document -> judgements.getOrDefault(document, 0)).toArray(),
        judgements.values());
  }

  double recall(int depth) {
    long found = Arrays.stream(ranked).limit(depth).filter(relevance -> relevance > 0).count();
    return relevant == 0 ? 0 : (double) found / relevant;
  }

  double reciprocalRank() {
    for (int at = 0; at < ranked.length; at++) {
      if (ranked[at] > 0) {
        return 1.0 / (at + 1);
      }
    }
    return 0;
  }

  double averagePrecision() {
    double sum = 0;
    int found = 0;
    for (int at = 0; at < ranked.length && found < relevant; at++) {
      if (ranked[at] > 0) {
        found++;
        sum += (double) found / (at + 1);
      }
    }
    return relevant == 0 ? 0 : sum / relevant;
  }

  double normalizedGain(int depth) {
    double best = gain(ideal, depth);
    return best == 0 ? 0 : gain(ranked, depth) / best;
  }

  private static double gain(int[] relevances, int depth) {
    double sum = 0;
    for (int at = 0; at < Math.min(depth, relevances.length); at++) {
      sum += Math.max(0, relevances[at]) / log2(at + 2.0);
    }
    return sum;
  }

  private static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }
}
