package dev.imagedb.store.lucene;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
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

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext segment) {
        return new DefaultScorerSupplier(
            new ConstantScoreScorer(score(), mode, documentsIn(segment)));
      }

      @Override
      public int count(LeafReaderContext segment) {
        return endIn(segment) - startIn(segment);
      }

      @Override
      public boolean isCacheable(LeafReaderContext segment) {
        return false;
      }
    };
  }

  private DocIdSetIterator documentsIn(LeafReaderContext segment) {
    int start = startIn(segment);
    int end = endIn(segment);
    FixedBitSet here = new FixedBitSet(segment.reader().maxDoc());
    for (int i = start; i < end; i++) {
      here.set(docs[i] - segment.docBase);
    }
    return new BitSetIterator(here, /* cost= */ end - start);
  }

  private int startIn(LeafReaderContext segment) {
    return firstFrom(segment.docBase);
  }

  private int endIn(LeafReaderContext segment) {
    return firstFrom(segment.docBase + segment.reader().maxDoc());
  }

  private int firstFrom(int doc) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? -place - 1 : place;
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
