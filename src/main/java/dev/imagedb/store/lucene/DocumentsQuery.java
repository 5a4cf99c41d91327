package dev.imagedb.store.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Matches given documents of one reader, none of them deleted, so that what was found by other
/// means can be sorted and counted by Lucene.
final class DocumentsQuery extends Query {
  /// Rising.
  private final int[] docs;

  DocumentsQuery(int[] docs) {
    this.docs = docs.clone();
    Arrays.sort(this.docs);
  }

  /// What another query matches, looked for once.
  static DocumentsQuery of(IndexSearcher searcher, Query query) throws IOException {
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, /* boost= */ 1);
    List<Callable<int[]>> segments = new ArrayList<>();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      segments.add(() -> matches(weight, segment));
    }
    List<int[]> found = searcher.getTaskExecutor().invokeAll(segments);
    return new DocumentsQuery(found.stream().flatMapToInt(IntStream::of).toArray());
  }

  private static int[] matches(Weight weight, LeafReaderContext segment) throws IOException {
    Scorer scorer = weight.scorer(segment);
    if (scorer == null) {
      return new int[0];
    }
    Bits live = segment.reader().getLiveDocs();
    IntStream.Builder found = IntStream.builder();
    DocIdSetIterator matches = scorer.iterator();
    for (int doc = matches.nextDoc(); doc != NO_MORE_DOCS; doc = matches.nextDoc()) {
      if (live == null || live.get(doc)) {
        found.add(segment.docBase + doc);
      }
    }
    return found.build().toArray();
  }

  /// Rising; not to be changed.
  int[] docs() {
    return docs;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext segment) {
        return new DefaultScorerSupplier(
            new ConstantScoreScorer(score(), mode, new DocumentsIterator(docs, segment)));
      }

      @Override
      public int count(LeafReaderContext segment) {
        return new DocumentsIterator(docs, segment).size();
      }

      @Override
      public boolean isCacheable(LeafReaderContext segment) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String defaultField) {
    return docs.length + " documents";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentsQuery query && Arrays.equals(docs, query.docs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(docs);
  }
}
