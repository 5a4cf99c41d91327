package dev.imagedb.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a store must find: by vector, by words, by both at once, or, where there is neither, all
/// that passes the filters.
///
/// @param vector where hits shall lie; null where no picture or prompt was asked for
/// @param texts words over the metadata, all of them; none where none were asked for
public record Plan(@Nullable Direction vector, List<Words> texts, Selection selection) {
  public Plan {
    texts = List.copyOf(texts);
  }

  /// The same question about other pictures.
  public Plan within(Selection other) {
    return new Plan(vector, texts, other);
  }

  /// Whether the scores are fused from a vector's and a text's.
  public boolean isFused() {
    return vector != null && !texts.isEmpty() && selection.fusion() != Fusion.FILTER;
  }

  /// Whether the list ends somewhere by itself, so that it can be put in another order as a whole.
  /// Every picture is somewhat like any vector; without a cutoff such a list ends with the library.
  public boolean isBounded() {
    return vector == null
        || !(selection.cutoff() instanceof Cutoff.None)
        || (!texts.isEmpty() && selection.fusion() == Fusion.FILTER);
  }
}
