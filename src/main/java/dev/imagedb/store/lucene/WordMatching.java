package dev.imagedb.store.lucene;

import dev.imagedb.store.Hit.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What has the words, ranked by BM25.
///
/// @param found everything that has them and passes the filters and the cutoff
record WordMatching(Query query, ScoredDocs found, PathOrder paths) implements Matching {
  @Override
  public List<Ranked> best(int count) throws IOException {
    List<Ranked> ranked = new ArrayList<>();
    for (Scored hit : found.best(count, paths)) {
      ranked.add(ranked(hit.doc(), hit.score(), ranked.size() + 1));
    }
    return ranked;
  }

  @Override
  public List<Ranked> standings(List<Integer> docs) {
    return docs.stream().map(doc -> ranked(doc, found.scoreOf(doc), null)).toList();
  }

  private static Ranked ranked(int doc, float score, @Nullable Integer rank) {
    return new Ranked(doc, score, null, new Standing(score, rank));
  }
}
