package dev.imagedb.store.lucene;

import dev.imagedb.store.Hit.Standing;
import dev.imagedb.store.Relevance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What lies near a direction, ranked by cosine.
record VectorMatching(Nearest nearest, PathOrder paths) implements Matching {
  @Override
  public Query query() {
    return nearest.query();
  }

  @Override
  public @Nullable Relevance relevance() {
    return nearest.relevance();
  }

  @Override
  public List<Ranked> best(int count) throws IOException {
    List<Ranked> ranked = new ArrayList<>();
    for (Scored hit : nearest.kept().best(count, paths)) {
      ranked.add(ranked(hit.doc(), hit.score(), ranked.size() + 1));
    }
    return ranked;
  }

  @Override
  public List<Ranked> standings(List<Integer> docs) {
    return docs.stream().map(doc -> ranked(doc, nearest.kept().scoreOf(doc), null)).toList();
  }

  private static Ranked ranked(int doc, float score, @Nullable Integer rank) {
    double cosine = VectorField.cosine(score);
    return new Ranked(doc, cosine, new Standing(cosine, rank), null);
  }
}
