package dev.imagedb.serve;

import dev.imagedb.search.Likeness;
import dev.imagedb.store.Facet;
import dev.imagedb.store.Selection;
import dev.imagedb.store.Words;
import java.util.List;

/// Understands what a request asks for. Parameters are called as the options of `imagedb search`
/// are, without the dashes, and mean the same.
@FunctionalInterface
public interface SearchReader {

  /// What these parameters ask for.
  ///
  /// @throws dev.imagedb.fault.UserException where one is not known, or has no such value
  Asked read(Parameters parameters);

  /// What was asked for, pictures aside: a request names those in ways of its own.
  ///
  /// @param words what describes the hits and what does not
  /// @param facets what to count by; empty where nobody said
  record Asked(List<Likeness> words, List<Words> texts, Selection selection, List<Facet> facets) {
    public Asked {
      words = List.copyOf(words);
      texts = List.copyOf(texts);
      facets = List.copyOf(facets);
    }
  }
}
