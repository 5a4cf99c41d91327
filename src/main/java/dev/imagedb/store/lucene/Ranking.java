package dev.imagedb.store.lucene;

import dev.imagedb.store.Plan;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    Query words = plan.text() == null ? null : WordQuery.of(plan.text());
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

  private List<Ranked> fused(float[] vector, Query words, Plan plan) throws IOException {
    int depth =
        Math.clamp((long) FUSION_DEPTH_PER_HIT * plan.limit(), FUSION_DEPTH, Integer.MAX_VALUE);
    List<Integer> byVector = docs(top(vectors.nearest(vector, depth, plan.exact()), depth));
    List<Integer> byWords = docs(top(words, depth));
    Map<Integer, Double> fused = ReciprocalRanks.fuse(List.of(byVector, byWords));
    DocumentScores candidates = new DocumentScores(searcher, fused.keySet());
    Map<Integer, Double> scores = candidates.of(vectors.all(vector));
    Map<Integer, Double> bm25 = candidates.of(words);
    Map<Integer, String> paths = candidates.paths();
    return fused.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Double> hit) -> -hit.getValue())
                .thenComparing(hit -> paths.getOrDefault(hit.getKey(), "")))
        .map(hit -> part(hit, scores.get(hit.getKey()), bm25.get(hit.getKey())))
        .toList();
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
