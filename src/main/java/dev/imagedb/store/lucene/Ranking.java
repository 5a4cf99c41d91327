package dev.imagedb.store.lucene;

import dev.imagedb.store.Plan;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/// Puts documents in the order that a plan asks for. Equal scores are ordered by path, so that the
/// same question always gets the same answer.
final class Ranking {
  private static final Sort BY_SCORE_THEN_PATH =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.PATH, SortField.Type.STRING));

  /// How deep each ranking is read for fusion: what a rank this deep gives is below a thousandth.
  private static final int FUSION_DEPTH = 1_000;

  private static final int FUSION_DEPTH_PER_HIT = 10;

  private final IndexSearcher searcher;
  private final VectorSearch vectors;

  Ranking(IndexSearcher searcher, VectorSearch vectors) {
    this.searcher = searcher;
    this.vectors = vectors;
  }

  /// One document in its place. The scores are as in [dev.imagedb.store.Hit].
  record Ranked(int doc, double score, @Nullable Double cosine, @Nullable Double bm25) {

    /// A limit is one on the cosine where a vector was asked for, else one on BM25.
    private boolean reaches(double least, boolean byVector) {
      Double score = byVector ? cosine : bm25;
      return score != null && score >= least;
    }
  }

  private record Scored(int doc, double score) {}

  /// The best documents first.
  List<Ranked> rank(Plan plan) throws IOException {
    Double least = plan.minScore();
    return candidates(plan).stream()
        .filter(hit -> least == null || hit.reaches(least, plan.vector() != null))
        .limit(plan.limit())
        .toList();
  }

  private List<Ranked> candidates(Plan plan) throws IOException {
    float[] vector = plan.vector();
    BooleanQuery words = plan.text() == null ? null : WordQuery.of(plan.text());
    if (vector == null) {
      return words == null ? List.of() : byWords(words, plan.limit());
    }
    return words == null ? byVector(vector, plan) : fused(vector, words, plan);
  }

  private List<Ranked> byWords(Query words, int count) throws IOException {
    return top(words, count).stream()
        .map(hit -> new Ranked(hit.doc, hit.score, null, hit.score))
        .toList();
  }

  private List<Ranked> byVector(float[] vector, Plan plan) throws IOException {
    return top(vectors.nearest(vector, plan.limit(), plan.exact()), plan.limit()).stream()
        .map(hit -> new Scored(hit.doc, VectorField.cosine(hit.score)))
        .map(hit -> new Ranked(hit.doc, hit.score, hit.score, null))
        .toList();
  }

  private List<Ranked> fused(float[] vector, BooleanQuery words, Plan plan) throws IOException {
    int depth =
        Math.clamp((long) FUSION_DEPTH_PER_HIT * plan.limit(), FUSION_DEPTH, Integer.MAX_VALUE);
    Query nearest = without(excluded(words), vectors.nearest(vector, depth, plan.exact()));
    List<Integer> byVector = docs(top(nearest, depth));
    List<Integer> byWords = ranks(words) ? docs(top(words, depth)) : List.of();
    Map<Integer, Double> fused = ReciprocalRanks.fuse(List.of(byVector, byWords));
    DocumentScores candidates = new DocumentScores(searcher, fused.keySet());
    Map<Integer, Double> scores = candidates.of(vectors.all(vector));
    Map<Integer, Double> bm25 = ranks(words) ? candidates.of(words) : Map.of();
    Map<Integer, String> paths = candidates.paths();
    return fused.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Double> hit) -> -hit.getValue())
                .thenComparing(hit -> paths.getOrDefault(hit.getKey(), "")))
        .map(hit -> part(hit, scores.get(hit.getKey()), bm25.get(hit.getKey())))
        .toList();
  }

  /// Whether words are asked for. Where they are only excluded, all that is left matches alike, and
  /// its order by path must have no say beside the vector's.
  private static boolean ranks(BooleanQuery words) {
    return !words.getClauses(Occur.MUST).isEmpty();
  }

  private static Collection<Query> excluded(BooleanQuery words) {
    return words.getClauses(Occur.MUST_NOT);
  }

  /// A picture with an excluded word is no hit, however near its vector lies.
  private static Query without(Collection<Query> excluded, Query nearest) {
    if (excluded.isEmpty()) {
      return nearest;
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(nearest, Occur.MUST);
    excluded.forEach(words -> query.add(words, Occur.MUST_NOT));
    return query.build();
  }

  private static Ranked part(
      Map.Entry<Integer, Double> hit, @Nullable Double score, @Nullable Double bm25) {
    Double cosine = score == null ? null : VectorField.cosine(score);
    return new Ranked(hit.getKey(), hit.getValue(), cosine, bm25);
  }

  private static List<Integer> docs(List<Scored> hits) {
    return hits.stream().map(Scored::doc).toList();
  }

  private List<Scored> top(Query query, int count) throws IOException {
    int most = Math.min(count, searcher.getIndexReader().maxDoc());
    if (most == 0) {
      return List.of();
    }
    return Stream.of(searcher.search(query, most, BY_SCORE_THEN_PATH).scoreDocs)
        .map(hit -> new Scored(hit.doc, (Float) ((FieldDoc) hit).fields[0]))
        .toList();
  }
}
