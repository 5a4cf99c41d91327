package dev.imagedb.search;

import dev.imagedb.store.Filter;
import java.util.List;

/// What may help a person whose query finds nothing.
public sealed interface Suggestion {

  /// A name that no picture has, and those that were perhaps meant.
  record DidYouMean(Filter filter, List<String> names) implements Suggestion {
    public DidYouMean {
      names = List.copyOf(names);
    }
  }

  /// A filter that leaves nothing of what would be found without it.
  ///
  /// @param pictures how many that would be
  record Without(Filter filter, long pictures) implements Suggestion {}

  /// No filter alone is to blame: only together they leave nothing.
  record AllTogether() implements Suggestion {}
}
