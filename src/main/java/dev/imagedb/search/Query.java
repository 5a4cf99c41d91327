package dev.imagedb.search;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person asks for.
///
/// @param images pictures that the hits shall look like
/// @param prompts words that describe the hits
/// @param texts words that stand in the hits' metadata: all of them, unless a picture is found by
///   images or prompts as well
/// @param limit how many hits at most
/// @param minScore the least cosine of a hit, or the least BM25 where there are only texts; null
///   for no such limit
/// @param exact whether every vector must be compared, however many there are
public record Query(
    List<Path> images,
    List<String> prompts,
    List<String> texts,
    int limit,
    @Nullable Double minScore,
    boolean exact) {
  public Query {
    images = List.copyOf(images);
    prompts = List.copyOf(prompts);
    texts = List.copyOf(texts);
    if (images.isEmpty() && prompts.isEmpty() && texts.isEmpty()) {
      throw UserException.usage(
          "nothing to search for", "imagedb search --prompt \"a dog on a beach\"");
    }
    requireWords("--prompt", prompts);
    requireWords("--text", texts);
    if (limit < 1) {
      throw UserException.usage("--limit is " + limit + ", expected 1 or more", "--limit 20");
    }
    if (minScore != null && !Double.isFinite(minScore)) {
      throw UserException.usage(
          "--min-score is " + minScore + ", expected a number", "--min-score 0.25");
    }
  }

  private static void requireWords(String option, List<String> words) {
    if (words.stream().anyMatch(String::isBlank)) {
      throw UserException.usage(option + " has no words", option + " \"a dog on a beach\"");
    }
  }

  /// Whether a model is needed to answer it.
  public boolean needsModel() {
    return !images.isEmpty() || !prompts.isEmpty();
  }
}
