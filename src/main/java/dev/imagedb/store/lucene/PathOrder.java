package dev.imagedb.store.lucene;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/// Documents by their paths: what decides between equals, so that the same question always gets the
/// same answer.
final class PathOrder {
  private static final BytesRef NOT_TIED = new BytesRef();

  private final List<LeafReaderContext> segments;

  PathOrder(IndexReader index) {
    this.segments = index.leaves();
  }

  /// The path's key of each document.
  Map<Integer, BytesRef> of(Collection<Integer> docs) throws IOException {
    Map<Integer, BytesRef> paths = new HashMap<>();
    for (int doc : docs) {
      LeafReaderContext segment = segments.get(ReaderUtil.subIndex(doc, segments));
      SortedDocValues values = DocValues.getSorted(segment.reader(), Fields.PATH);
      if (values.advanceExact(doc - segment.docBase)) {
        paths.put(doc, BytesRef.deepCopyOf(values.lookupOrd(values.ordValue())));
      }
    }
    return paths;
  }

  /// The best so many: best first, equal ones in the order of their paths. Paths are looked up only
  /// where they decide.
  <T> List<T> best(List<T> hits, int count, ToDoubleFunction<T> score, ToIntFunction<T> doc)
      throws IOException {
    Comparator<T> byScore = comparingDouble(hit -> -score.applyAsDouble(hit));
    List<T> sorted = hits.stream().sorted(byScore).toList();
    int end = Math.min(count, sorted.size());
    while (end > 0
        && end < sorted.size()
        && byScore.compare(sorted.get(end - 1), sorted.get(end)) == 0) {
      end++;
    }
    List<T> candidates = sorted.subList(0, end);
    Map<Integer, BytesRef> paths = of(tied(candidates, byScore).map(doc::applyAsInt).toList());
    Comparator<T> byPath = comparing(hit -> paths.getOrDefault(doc.applyAsInt(hit), NOT_TIED));
    return candidates.stream().sorted(byScore.thenComparing(byPath)).limit(count).toList();
  }

  /// Those that have an equal beside them.
  private static <T> Stream<T> tied(List<T> sorted, Comparator<T> order) {
    return IntStream.range(0, sorted.size())
        .filter(i -> isTied(sorted, i - 1, i, order) || isTied(sorted, i, i + 1, order))
        .mapToObj(sorted::get);
  }

  private static <T> boolean isTied(List<T> sorted, int one, int next, Comparator<T> order) {
    return one >= 0
        && next < sorted.size()
        && order.compare(sorted.get(one), sorted.get(next)) == 0;
  }

  /// The first so many by path.
  ///
  /// Within a segment the paths' ordinals are compared; only what is first there is looked up.
  ///
  /// @param docs rising
  int[] first(int[] docs, int count) throws IOException {
    if (count >= docs.length) {
      return docs;
    }
    List<Integer> firsts = new ArrayList<>();
    for (LeafReaderContext segment : segments) {
      int end = segment.docBase + segment.reader().maxDoc();
      int[] here = IntStream.of(docs).filter(doc -> doc >= segment.docBase && doc < end).toArray();
      firstIn(segment, here, count).forEach(firsts::add);
    }
    Map<Integer, BytesRef> paths = of(firsts);
    return firsts.stream()
        .sorted(comparing(paths::get))
        .limit(count)
        .mapToInt(doc -> doc)
        .toArray();
  }

  private static IntStream firstIn(LeafReaderContext segment, int[] docs, int count)
      throws IOException {
    SortedDocValues values = DocValues.getSorted(segment.reader(), Fields.PATH);
    long[] ordinals = new long[docs.length];
    for (int i = 0; i < docs.length; i++) {
      boolean known = values.advanceExact(docs[i] - segment.docBase);
      ordinals[i] = ((long) (known ? values.ordValue() : Integer.MAX_VALUE) << 32) | docs[i];
    }
    Arrays.sort(ordinals);
    return LongStream.of(ordinals).limit(count).mapToInt(packed -> (int) packed);
  }
}
