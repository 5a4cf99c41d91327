package dev.imagedb.search;

import dev.imagedb.store.HitList;
import java.util.List;

/// What a query found, and what there is to say about it.
///
/// @param explanations one for each hit; none where nobody asked
/// @param suggestions what may help where nothing was found
public record Answer(HitList hits, List<Explanation> explanations, List<Suggestion> suggestions) {
  public Answer {
    explanations = List.copyOf(explanations);
    suggestions = List.copyOf(suggestions);
  }
}
