package dev.imagedb.store.lucene;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/// Writes down every match and its score, segment by segment.
final class ScoreCollector extends SimpleCollector {
  private final List<ScoredDocs> segments = new ArrayList<>();
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

  /// Puts together what each thread of the searcher found.
  static final class OfAll implements CollectorManager<ScoreCollector, ScoredDocs> {
    @Override
    public ScoreCollector newCollector() {
      return new ScoreCollector();
    }

    @Override
    public ScoredDocs reduce(Collection<ScoreCollector> collectors) {
      return ScoredDocs.joined(
          collectors.stream()
              .flatMap(collector -> collector.segments.stream())
              .sorted(comparingInt(found -> found.docs()[0]))
              .toList());
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext segment) {
    docBase = segment.docBase;
    size = 0;
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

  @Override
  public void finish() {
    if (size > 0) {
      segments.add(ScoredDocs.firstOf(docs, scores, size));
    }
  }
}
