package dev.imagedb.store;

import dev.imagedb.photo.Photo;
import org.jspecify.annotations.Nullable;

/// One picture that was found.
///
/// @param rank its place in the whole list, from 1
/// @param score the cosine for vector searches, BM25 for text, the fused score for both, 0 where
///   only filters were asked for
/// @param vector its standing by the vector; null where no vector was asked for, or it has none
/// @param text its standing by the words, BM25; null where none were asked for, or it lacks some
/// @param probability how likely it is to belong, 0 to 1; null where that was not asked for
public record Hit(
    int rank,
    double score,
    @Nullable Standing vector,
    @Nullable Standing text,
    @Nullable Double probability,
    Photo photo) {

  /// Where a picture stands in one ranking.
  ///
  /// @param rank from 1; null where it is further down than the ranking was read
  public record Standing(double score, @Nullable Integer rank) {}

  /// Whether it has a score: not where only filters were asked for.
  public boolean isScored() {
    return vector != null || text != null;
  }

  /// The cosine of the picture's vector with the query's, where there is one.
  public @Nullable Double cosine() {
    return vector == null ? null : vector.score();
  }

  /// BM25 of its text, where it matches.
  public @Nullable Double bm25() {
    return text == null ? null : text.score();
  }
}
