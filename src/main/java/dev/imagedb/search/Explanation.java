package dev.imagedb.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a hit's score is made of, beside what the hit itself tells.
///
/// @param parts what hits shall be like and unlike, in the order of the query
/// @param vectorWeight how much the vector's ranking counts; null where there is none
/// @param textWeight how much the text's ranking counts; null where there is none
/// @param leastRelevant the cosine from which on a picture counts as relevant; null where no vector
///   was asked for
public record Explanation(
    List<Part> parts,
    @Nullable Double vectorWeight,
    @Nullable Double textWeight,
    @Nullable Double leastRelevant) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /// How near the hit lies to one part of the query.
  ///
  /// @param cosine null where the hit has no vector
  public record Part(String typed, double weight, @Nullable Double cosine) {}
}
