package dev.imagedb.search;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Selection;
import dev.imagedb.store.Words;
import java.util.List;

/// What a person asks for.
///
/// @param likenesses what the hits shall be like and unlike
/// @param texts words that stand in the hits' metadata: all of them, unless a picture is found by a
///   likeness as well
/// @param selection which pictures are looked at, and how the list of hits comes
public record Query(List<Likeness> likenesses, List<Words> texts, Selection selection) {
  public Query {
    likenesses = List.copyOf(likenesses);
    texts = List.copyOf(texts);
    boolean scored = !likenesses.isEmpty() || !texts.isEmpty();
    if (!scored && !(selection.cutoff() instanceof Cutoff.None)) {
      throw UserException.usage(
          "without a picture or words there are no scores to end the list by",
          "leave out --relevant and --min-score, or add --prompt \"a dog\"");
    }
  }

  /// Whether it asks for all pictures there are.
  public boolean isForEverything() {
    return likenesses.isEmpty() && texts.isEmpty() && selection.filters().isEmpty();
  }
}
