package dev.imagedb.store;

import org.jspecify.annotations.Nullable;

/// What a store must find: by vector, by text, or by both at once.
///
/// @param vector unit length; null where no picture or prompt was asked for
/// @param text a query in words over the metadata; null where none was asked for
/// @param limit how many hits at most
/// @param minScore the least cosine of a hit, or the least BM25 where there is no vector; null for
///   no such limit
/// @param exact whether every vector must be compared, however many there are
@SuppressWarnings("ArrayRecordComponent") // a plan is used once and never compared
public record Plan(
    float @Nullable [] vector,
    @Nullable String text,
    int limit,
    @Nullable Double minScore,
    boolean exact) {

  // Spelled out: of a compact constructor javac 25 does not record that the array may be null.
  public Plan(
      float @Nullable [] vector,
      @Nullable String text,
      int limit,
      @Nullable Double minScore,
      boolean exact) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    if (vector == null && text == null) {
      throw new IllegalArgumentException("a plan needs a vector or a text");
    }
    this.vector = vector;
    this.text = text;
    this.limit = limit;
    this.minScore = minScore;
    this.exact = exact;
  }
}
