package dev.imagedb.store.lucene;

import dev.imagedb.store.Relevance;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What matches a plan. For one thread.
sealed interface Matching permits FilterMatching, WordMatching, VectorMatching, FusedMatching {

  /// All that matches, whatever its score.
  Query query() throws IOException;

  /// The best so many: best first, equal ones in the order of their paths.
  List<Ranked> best(int count) throws IOException;

  /// The same for documents that were put in another order, which is kept.
  ///
  /// @param docs each a match
  List<Ranked> standings(List<Integer> docs) throws IOException;

  /// What was thought of the scores, where somebody asked.
  default @Nullable Relevance relevance() throws IOException {
    return null;
  }
}
