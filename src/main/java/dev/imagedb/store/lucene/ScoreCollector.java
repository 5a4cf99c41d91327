package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/// Writes down every match and its score.
final class ScoreCollector extends SimpleCollector {
  private int[] docs = {};
  private float[] scores = {};
  private int size;
  private int docBase;
  private Scorable scorer = NO_SCORER;

  private static final Scorable NO_SCORER =
      new Scorable() {
        @Override
        public float score() {
          return 0;
        }
      };

  /// One collector for the whole index: the searcher has one thread.
  static final class OfAll implements CollectorManager<ScoreCollector, ScoredDocs> {
    @Override
    public ScoreCollector newCollector() {
      return new ScoreCollector();
    }

    @Override
    public ScoredDocs reduce(Collection<ScoreCollector> collectors) {
      ScoreCollector all = collectors.iterator().next();
      return new ScoredDocs(Arrays.copyOf(all.docs, all.size), Arrays.copyOf(all.scores, all.size));
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext segment) {
    docBase = segment.docBase;
  }

  @Override
  public void setScorer(Scorable scorer) {
    this.scorer = scorer;
  }

  @Override
  public void collect(int doc) throws IOException {
    docs = ArrayUtil.grow(docs, size + 1);
    scores = ArrayUtil.grow(scores, size + 1);
    docs[size] = docBase + doc;
    scores[size] = scorer.score();
    size++;
  }
}
