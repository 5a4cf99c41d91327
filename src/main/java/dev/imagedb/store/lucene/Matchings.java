package dev.imagedb.store.lucene;

import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Direction;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Relevance;
import dev.imagedb.store.Selection;
import dev.imagedb.store.lucene.FusedMatching.Column;
import dev.imagedb.store.lucene.RankFusion.Side;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// Finds what matches plans.
///
/// @param searcher over one commit
/// @param vectors how near vectors are looked for
record Matchings(IndexSearcher searcher, VectorSearch vectors, PathKeys keys, PathOrder paths) {
  /// How deep each ranking is read for fusion: what a rank this deep gives is below a thousandth.
  private static final int FUSION_DEPTH = 1_000;

  private static final int FUSION_DEPTH_PER_HIT = 10;

  /// @param count how many of the best will be asked for
  Matching of(Plan plan, int count) throws IOException {
    PlanQueries queries = PlanQueries.of(plan, keys);
    BooleanQuery words = queries.words();
    Direction direction = plan.vector();
    if (direction == null) {
      return words == null
          ? new FilterMatching(queries.passing(), new SortedSearch(searcher))
          : worded(queries.worded(words), plan.selection().cutoff());
    }
    return words == null || !queries.wordsRank()
        ? new VectorMatching(nearest(direction, queries, plan, count), paths)
        : fused(plan, direction, queries, words, count);
  }

  /// All that matches a plan. Nothing is ranked for it, unless a score decides what does.
  Query query(Plan plan) throws IOException {
    if (!(plan.selection().cutoff() instanceof Cutoff.None)) {
      return of(plan, /* count= */ 1).query();
    }
    PlanQueries queries = PlanQueries.of(plan, keys);
    BooleanQuery words = queries.words();
    if (plan.vector() == null) {
      return words == null ? queries.passing() : queries.worded(words);
    }
    Query comparable = comparable(queries.comparable());
    return words == null || !queries.wordsRank()
        ? comparable
        : either(comparable, queries.worded(words));
  }

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }

  private WordMatching worded(Query query, Cutoff cutoff) throws IOException {
    ScoredDocs found = ScoredDocs.of(searcher, query);
    return switch (cutoff) {
      case Cutoff.LeastScore(double least) -> {
        ScoredDocs kept = found.where(score -> score >= least);
        yield new WordMatching(new DocumentsQuery(kept.docs()), kept, paths);
      }
      case Cutoff.None _, Cutoff.Relevant _ -> new WordMatching(query, found, paths);
    };
  }

  private Nearest nearest(Direction direction, PlanQueries queries, Plan plan, int count)
      throws IOException {
    Selection selection = plan.selection();
    Query among = queries.comparable();
    if (selection.judgesRelevance()) {
      return judged(direction, among, selection.cutoff());
    }
    VectorScan scan = scan(direction);
    DocumentsQuery passing = passing(among);
    int number = searcher.count(passing == null ? embedded() : passing);
    boolean all =
        selection.exact()
            || plan.isBounded()
            || vectors.compareAll(searcher.count(embedded()))
            || !vectors.walks(number, count);
    ScoredDocs found = all ? scan.among(passing) : vectors.nearest(scan, passing, number, count);
    return Nearest.of(found, selection.cutoff(), null, passing == null ? embedded() : passing);
  }

  /// Looks at every vector there is: what is relevant does not depend on the filters.
  private Nearest judged(Direction direction, @Nullable Query among, Cutoff cutoff)
      throws IOException {
    ScoredDocs all = scan(direction).among(null);
    Relevance relevance = Relevance.of(Nearest.cosines(all), direction.temperature());
    DocumentsQuery passing = passing(among);
    return passing == null
        ? Nearest.of(all, cutoff, relevance, embedded())
        : Nearest.of(all.in(passing.docs()), cutoff, relevance, passing);
  }

  /// What may be compared, looked for once; null for all.
  private @Nullable DocumentsQuery passing(@Nullable Query among) throws IOException {
    return among == null ? null : DocumentsQuery.of(searcher, comparable(among));
  }

  private VectorScan scan(Direction direction) {
    return new VectorScan(searcher, vectors.field(), direction.vector());
  }

  private Query comparable(@Nullable Query among) {
    return among == null
        ? embedded()
        : new BooleanQuery.Builder().add(embedded(), Occur.FILTER).add(among, Occur.FILTER).build();
  }

  private Query embedded() {
    return new TermQuery(new Term(Fields.SPACE, vectors.field().tag()));
  }

  private FusedMatching fused(
      Plan plan, Direction direction, PlanQueries queries, BooleanQuery words, int count)
      throws IOException {
    int depth = Math.clamp((long) FUSION_DEPTH_PER_HIT * count, FUSION_DEPTH, Integer.MAX_VALUE);
    Nearest nearest = nearest(direction, queries, plan, depth);
    WordMatching worded = worded(queries.worded(words), new Cutoff.None());
    List<Scored> byVector = nearest.found().best(depth, paths);
    List<Scored> byWords = worded.found().best(depth, paths);
    Map<Integer, Double> scores =
        RankFusion.fuse(
            plan.selection().fusion(),
            List.of(
                Side.ofVectors(byVector, direction.weight()), Side.ofWords(byWords, plan.texts())));
    Members members = Members.of(plan.selection().cutoff(), nearest, worded, scores.keySet());
    return new FusedMatching(
        members.query(),
        members.docs(),
        scores,
        Column.of(nearness(direction, nearest.found(), members.docs()), byVector),
        Column.of(worded.found(), byWords),
        nearest.relevance(),
        paths);
  }

  /// How near all members lie. A walk through a graph passes some by that have the words.
  private ScoredDocs nearness(Direction direction, ScoredDocs found, int[] members)
      throws IOException {
    return IntStream.of(members).noneMatch(doc -> Float.isNaN(found.scoreOf(doc)))
        ? found
        : scan(direction).among(new DocumentsQuery(members));
  }

  /// What belongs to a fused list.
  ///
  /// @param query all of it
  /// @param docs those that are ranked
  @SuppressWarnings("ArrayRecordComponent") // made once and never compared
  private record Members(Query query, int[] docs) {

    /// @param ranked what at least one of the rankings was read for
    static Members of(
        Cutoff cutoff, Nearest nearest, WordMatching worded, Collection<Integer> ranked) {
      return switch (cutoff) {
        case Cutoff.None _ ->
            new Members(
                either(nearest.query(), worded.query()),
                ranked.stream().mapToInt(doc -> doc).toArray());
        case Cutoff.LeastScore _ -> of(IntStream.of(nearest.kept().docs()));
        case Cutoff.Relevant _ ->
            of(
                IntStream.concat(
                    IntStream.of(nearest.kept().docs()), IntStream.of(worded.found().docs())));
      };
    }

    private static Members of(IntStream docs) {
      int[] members = docs.distinct().toArray();
      return new Members(new DocumentsQuery(members), members);
    }
  }
}
