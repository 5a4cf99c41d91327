package dev.imagedb.store.lucene;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
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
  private static final BytesRef NO_PATH = new BytesRef();

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
    Comparator<T> byPath = comparing(hit -> paths.getOrDefault(doc.applyAsInt(hit), NO_PATH));
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
  /// Segments are merged: within one, the paths' ordinals are compared, and a path is looked up
  /// only once it is the first that is left of its segment.
  ///
  /// @param docs rising
  int[] first(int[] docs, int count) throws IOException {
    if (count >= docs.length) {
      return docs;
    }
    PriorityQueue<SegmentPaths> merged = new PriorityQueue<>(comparing(SegmentPaths::path));
    for (LeafReaderContext segment : segments) {
      SegmentPaths paths = new SegmentPaths(segment, docs);
      if (paths.advance()) {
        merged.add(paths);
      }
    }
    int[] first = new int[count];
    for (int i = 0; i < count; i++) {
      SegmentPaths next = merged.remove();
      first[i] = next.doc();
      if (next.advance()) {
        merged.add(next);
      }
    }
    return first;
  }

  /// Walks through those of some documents that lie in one segment, in the order of their paths.
  private static final class SegmentPaths {
    private final SortedDocValues values;

    /// Rising: the ordinal of the path in the upper half, the document in the lower.
    private final long[] ordered;

    private BytesRef path = NO_PATH;
    private int place = -1;

    /// @param docs rising, of any segment
    SegmentPaths(LeafReaderContext segment, int[] docs) throws IOException {
      values = DocValues.getSorted(segment.reader(), Fields.PATH);
      int start = DocumentsIterator.firstFrom(docs, segment.docBase);
      int end = DocumentsIterator.firstFrom(docs, segment.docBase + segment.reader().maxDoc());
      ordered = new long[end - start];
      for (int i = 0; i < ordered.length; i++) {
        int doc = docs[start + i];
        values.advanceExact(doc - segment.docBase);
        ordered[i] = ((long) values.ordValue() << 32) | doc;
      }
      Arrays.sort(ordered);
    }

    /// Goes to the next document, if there is one.
    boolean advance() throws IOException {
      place++;
      if (place == ordered.length) {
        return false;
      }
      path = BytesRef.deepCopyOf(values.lookupOrd((int) (ordered[place] >> 32)));
      return true;
    }

    int doc() {
      return (int) ordered[place];
    }

    BytesRef path() {
      return path;
    }
  }
}
