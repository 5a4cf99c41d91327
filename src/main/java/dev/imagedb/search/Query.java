package dev.imagedb.search;

import dev.imagedb.fault.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person asks for.
///
/// @param likenesses what the hits shall be like and unlike
/// @param texts words that stand in the hits' metadata: all of them, unless a picture is found by a
///   likeness as well
/// @param limit how many hits at most
/// @param minScore the least cosine of a hit, or the least BM25 where there are only texts; null
///   for no such limit
/// @param exact whether every vector must be compared, however many there are
public record Query(
    List<Likeness> likenesses,
    List<String> texts,
    int limit,
    @Nullable Double minScore,
    boolean exact) {
  public Query {
    likenesses = List.copyOf(likenesses);
    texts = List.copyOf(texts);
    if (likenesses.isEmpty() && texts.isEmpty()) {
      throw UserException.usage(
          "nothing to search for", "imagedb search --prompt \"a dog on a beach\"");
    }
    if (texts.stream().anyMatch(String::isBlank)) {
      throw UserException.usage("--text has no words", "--text \"Canon 2019\"");
    }
    if (limit < 1) {
      throw UserException.usage("--limit is " + limit + ", expected 1 or more", "--limit 20");
    }
    if (minScore != null && !Double.isFinite(minScore)) {
      throw UserException.usage(
          "--min-score is " + minScore + ", expected a number", "--min-score 0.25");
    }
  }

  /// Whether vectors are compared at all.
  public boolean hasVector() {
    return !likenesses.isEmpty();
  }

  /// Whether a model is needed to answer it.
  public boolean needsModel() {
    return likenesses.stream().anyMatch(part -> !(part instanceof Likeness.Stored));
  }
}
