package dev.imagedb.store.lucene;

import dev.imagedb.store.Fusion;
import dev.imagedb.store.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes one ranking of two whose scores cannot be compared: each gives something to what it found,
/// as much as its weight says, and what they give is added up.
final class RankFusion {
  /// The constant of the paper on reciprocal ranks (Cormack, Clarke and Büttcher, SIGIR 2009): how
  /// little the first few stand out.
  private static final int K = 60;

  private RankFusion() {}

  /// One ranking, and how much it counts.
  ///
  /// @param hits best first, without repetitions
  /// @param least the score that is worth nothing, no more than any of the hits'
  record Side(List<Scored> hits, float least, double weight) {

    static Side ofVectors(List<Scored> hits, double weight) {
      return new Side(hits, hits.isEmpty() ? 0 : hits.getLast().score(), weight);
    }

    /// A picture without any of the words has a BM25 of 0.
    static Side ofWords(List<Scored> hits, List<Words> texts) {
      return new Side(hits, 0, texts.stream().mapToDouble(Words::weight).max().orElse(1));
    }

    /// What the hit in a place is given.
    private double share(Fusion fusion, int place) {
      return switch (fusion) {
        case RRF -> weight / (K + place + 1);
        case SUM -> weight * ofBest(hits.get(place).score());
        case FILTER -> throw new IllegalArgumentException("a filter has no ranking to fuse");
      };
    }

    /// 1 for the best, 0 for the least.
    private double ofBest(float score) {
      double range = (double) hits.getFirst().score() - least;
      return range > 0 ? ((double) score - least) / range : 1;
    }
  }

  /// The fused score of every document that is in at least one ranking.
  static Map<Integer, Double> fuse(Fusion fusion, List<Side> sides) {
    Map<Integer, Double> fused = new HashMap<>();
    for (Side side : sides) {
      for (int place = 0; place < side.hits().size(); place++) {
        fused.merge(side.hits().get(place).doc(), side.share(fusion, place), Double::sum);
      }
    }
    return fused;
  }
}
