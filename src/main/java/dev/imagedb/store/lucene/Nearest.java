package dev.imagedb.store.lucene;

import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Relevance;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What lies near a plan's direction.
///
/// @param found all that may be compared, or, where a graph was walked, the nearest of it; scored
///   as [VectorField#cosine] expects
/// @param kept those of `found` that reach the cutoff
/// @param query what matches: `kept`, or, where there is no cutoff, all that may be compared
/// @param relevance what was thought of the scores; null where nobody asked
record Nearest(ScoredDocs found, ScoredDocs kept, Query query, @Nullable Relevance relevance) {

  /// @param comparable what may be compared
  static Nearest of(
      ScoredDocs found, Cutoff cutoff, @Nullable Relevance relevance, Query comparable) {
    return switch (cutoff) {
      case Cutoff.None _ -> new Nearest(found, found, comparable, relevance);
      case Cutoff.LeastScore(double least) ->
          reaching(found, found.where(score -> VectorField.cosine(score) >= least), relevance);
      case Cutoff.Relevant _ -> {
        double least = relevance == null ? Double.POSITIVE_INFINITY : relevance.cutoff();
        yield reaching(found, found.where(score -> cosine(score) >= least), relevance);
      }
    };
  }

  private static Nearest reaching(
      ScoredDocs found, ScoredDocs kept, @Nullable Relevance relevance) {
    return new Nearest(found, kept, new DocumentsQuery(kept.docs()), relevance);
  }

  /// As [Relevance] is given them.
  static float[] cosines(ScoredDocs found) {
    float[] cosines = new float[found.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = cosine(found.scores()[i]);
    }
    return cosines;
  }

  private static float cosine(float score) {
    return (float) VectorField.cosine(score);
  }
}
