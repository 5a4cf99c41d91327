package dev.imagedb.store.lucene;

import dev.imagedb.store.Hit.Standing;
import dev.imagedb.store.Relevance;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What lies near a direction or has the words, ranked by both. What both rankings were not read
/// deep enough for, but belongs because a cutoff lets it in, comes last.
///
/// @param query all that matches
/// @param members the documents to be ranked
/// @param scores the fused ones
@SuppressWarnings("ArrayRecordComponent") // made once and never compared
record FusedMatching(
    Query query,
    int[] members,
    Map<Integer, Double> scores,
    Column vectors,
    Column words,
    @Nullable Relevance relevance,
    PathOrder paths)
    implements Matching {

  /// One of the two rankings.
  ///
  /// @param scores of all members that it knows
  /// @param ranks of those it was read for
  record Column(ScoredDocs scores, Map<Integer, Integer> ranks) {

    static Column of(ScoredDocs scores, List<Scored> ranking) {
      Map<Integer, Integer> ranks = new HashMap<>();
      ranking.forEach(hit -> ranks.put(hit.doc(), ranks.size() + 1));
      return new Column(scores, ranks);
    }

    private float scoreOf(int doc) {
      return scores.scoreOf(doc);
    }

    private Standing standing(int doc, double score) {
      return new Standing(score, ranks.get(doc));
    }
  }

  @Override
  public List<Ranked> best(int count) throws IOException {
    List<Ranked> ranked = IntStream.of(members).mapToObj(this::ranked).toList();
    return paths.best(ranked, count, Ranked::score, Ranked::doc);
  }

  @Override
  public List<Ranked> standings(List<Integer> docs) {
    return docs.stream().map(this::ranked).toList();
  }

  private Ranked ranked(int doc) {
    float nearness = vectors.scoreOf(doc);
    float bm25 = words.scoreOf(doc);
    return new Ranked(
        doc,
        scores.getOrDefault(doc, 0.0),
        Float.isNaN(nearness) ? null : vectors.standing(doc, VectorField.cosine(nearness)),
        Float.isNaN(bm25) ? null : words.standing(doc, bm25));
  }
}
