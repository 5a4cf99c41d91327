package dev.imagedb.evaluation;

/// How good one ranking is, 0 to 1. Each is what `trec_eval` computes under the name given below,
/// for a ranking in which no two documents are tied.
public enum Measure {
  /// `recall_1`: which part of the relevant documents is the first one.
  RECALL_1("recall@1"),
  /// `recall_5`: which part of the relevant documents is among the first five.
  RECALL_5("recall@5"),
  /// `recall_10`: which part of the relevant documents is among the first ten.
  RECALL_10("recall@10"),
  /// `recip_rank`: one by the rank of the first relevant document.
  RECIPROCAL_RANK("MRR"),
  /// `map`: the mean, over the relevant documents, of the precision at their ranks.
  AVERAGE_PRECISION("MAP"),
  /// `ndcg_cut_10`: the gains of the first ten, each by the logarithm of its rank plus one
  /// (Järvelin and Kekäläinen, 2002), by what the best ranking would gain. A gain is the relevance
  /// itself.
  NDCG_10("nDCG@10");

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  /// What people call its mean over many topics.
  public String title() {
    return title;
  }

  double of(JudgedRanking ranking) {
    return switch (this) {
      case RECALL_1 -> ranking.recall(1);
      case RECALL_5 -> ranking.recall(5);
      case RECALL_10 -> ranking.recall(10);
      case RECIPROCAL_RANK -> ranking.reciprocalRank();
      case AVERAGE_PRECISION -> ranking.averagePrecision();
      case NDCG_10 -> ranking.normalizedGain(10);
    };
  }
}
