package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Matches every document with a vector in a field, and scores it by the whole float32 vector,
/// never by its quantized copy or by a graph.
final class ExactVectorQuery extends Query {
  private final String field;
  private final float[] target;

  ExactVectorQuery(String field, float[] target) {
    this.field = field;
    this.target = target.clone();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ExactVectorWeight(boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(@Nullable String defaultField) {
    return "exact(" + field + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExactVectorQuery query
        && field.equals(query.field)
        && Arrays.equals(target, query.target);
  }

  @Override
  public int hashCode() {
    return 31 * field.hashCode() + Arrays.hashCode(target);
  }

  private final class ExactVectorWeight extends Weight {
    private final float boost;

    ExactVectorWeight(float boost) {
      super(ExactVectorQuery.this);
      this.boost = boost;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
      FloatVectorValues vectors = segment.reader().getFloatVectorValues(field);
      VectorScorer scorer = vectors == null ? null : vectors.rescorer(target);
      return scorer == null
          ? null
          : new DefaultScorerSupplier(new VectorQueryScorer(scorer, boost));
    }

    @Override
    public Explanation explain(LeafReaderContext segment, int doc) throws IOException {
      ScorerSupplier supplier = scorerSupplier(segment);
      if (supplier == null) {
        return Explanation.noMatch("no picture of this segment has a vector");
      }
      Scorer scorer = supplier.get(/* leadCost= */ 1);
      return scorer.iterator().advance(doc) == doc
          ? Explanation.match(scorer.score(), "(1 + cosine) / 2")
          : Explanation.noMatch("the picture has no vector");
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
      return true;
    }
  }

  private static final class VectorQueryScorer extends Scorer {
    private final VectorScorer vectors;
    private final DocIdSetIterator documents;
    private final float boost;

    VectorQueryScorer(VectorScorer vectors, float boost) {
      this.vectors = vectors;
      this.documents = vectors.iterator();
      this.boost = boost;
    }

    @Override
    public int docID() {
      return documents.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return documents;
    }

    @Override
    public float score() throws IOException {
      return boost * vectors.score();
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }
  }
}
