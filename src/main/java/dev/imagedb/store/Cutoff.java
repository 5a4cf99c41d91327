package dev.imagedb.store;

import dev.imagedb.fault.UserException;

/// Where a list of hits ends, beside its limit.
public sealed interface Cutoff {

  /// Nowhere: as many as are asked for.
  record None() implements Cutoff {}

  /// At a score.
  ///
  /// @param score the least cosine of a hit, or, where only words are asked for, the least BM25
  record LeastScore(double score) implements Cutoff {
    public LeastScore {
      if (!Double.isFinite(score)) {
        throw UserException.usage(
            "--min-score is " + score + ", expected a number", "--min-score 0.25");
      }
    }
  }

  /// Where relevance ends, as [Relevance] judges it from all the scores there are. What has all the
  /// words that were asked for belongs.
  record Relevant() implements Cutoff {}
}
