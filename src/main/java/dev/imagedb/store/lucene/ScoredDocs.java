package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.hnsw.FloatHeap;

/// Every document that a query matches, with its score.
///
/// Two plain arrays rather than Lucene's queue of the best: a queue that breaks ties by path reads
/// the path of everything that enters it, and cutoffs need all scores anyway.
///
/// @param docs rising
/// @param scores shape (docs)
@SuppressWarnings("ArrayRecordComponent") // made once and never compared
record ScoredDocs(int[] docs, float[] scores) {

  static final ScoredDocs NONE = new ScoredDocs(new int[0], new float[0]);

  static ScoredDocs of(IndexSearcher searcher, Query query) throws IOException {
    return searcher.search(query, new ScoreCollector.OfAll());
  }

  /// A copy of the first so many of two arrays.
  static ScoredDocs firstOf(int[] docs, float[] scores, int size) {
    return new ScoredDocs(Arrays.copyOf(docs, size), Arrays.copyOf(scores, size));
  }

  /// Parts put together again.
  ///
  /// @param parts each begins after the end of the one before it
  static ScoredDocs joined(List<ScoredDocs> parts) {
    int size = parts.stream().mapToInt(ScoredDocs::size).sum();
    int[] docs = new int[size];
    float[] scores = new float[size];
    int end = 0;
    for (ScoredDocs part : parts) {
      System.arraycopy(part.docs, 0, docs, end, part.size());
      System.arraycopy(part.scores, 0, scores, end, part.size());
      end += part.size();
    }
    return new ScoredDocs(docs, scores);
  }

  int size() {
    return docs.length;
  }

  /// Which scores are wanted.
  @FunctionalInterface
  interface ScorePredicate {
    boolean test(float score);
  }

  /// Those with a score that is wanted.
  ScoredDocs where(ScorePredicate wanted) {
    return at(places(wanted));
  }

  private ScoredDocs at(int[] places) {
    float[] kept = new float[places.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = scores[places[i]];
    }
    return new ScoredDocs(docsAt(places), kept);
  }

  /// Those that are in a list.
  ///
  /// @param others rising
  ScoredDocs in(int[] others) {
    int[] places =
        IntStream.of(others)
            .map(doc -> Arrays.binarySearch(docs, doc))
            .filter(place -> place >= 0)
            .toArray();
    return at(places);
  }

  /// The best so many: best first, equal ones in the order of their paths.
  List<Scored> best(int count, PathOrder paths) throws IOException {
    float least = count < size() ? leastOfBest(count) : Float.NEGATIVE_INFINITY;
    int[] above = places(score -> score > least);
    int[] last = paths.first(docsAt(places(score -> score == least)), count - above.length);
    List<Scored> best = new ArrayList<>(above.length + last.length);
    IntStream.of(above).forEach(place -> best.add(new Scored(docs[place], scores[place])));
    IntStream.of(last).forEach(doc -> best.add(new Scored(doc, least)));
    return paths.best(best, count, Scored::score, Scored::doc);
  }

  /// What a document scored; NaN where it does not match.
  float scoreOf(int doc) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? Float.NaN : scores[place];
  }

  private float leastOfBest(int count) {
    if (count == 0) {
      return Float.POSITIVE_INFINITY;
    }
    FloatHeap best = new FloatHeap(count);
    for (float score : scores) {
      best.offer(score);
    }
    return best.peek();
  }

  private int[] places(ScorePredicate wanted) {
    return IntStream.range(0, size()).filter(place -> wanted.test(scores[place])).toArray();
  }

  private int[] docsAt(int[] places) {
    return IntStream.of(places).map(place -> docs[place]).toArray();
  }
}
