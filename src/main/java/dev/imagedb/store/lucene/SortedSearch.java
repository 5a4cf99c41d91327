package dev.imagedb.store.lucene;

import dev.imagedb.store.Order;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/// Puts matches in the order of a field. Equal ones come by path, and those without a value last.
record SortedSearch(IndexSearcher searcher) {
  private static final SortField BY_PATH = new SortField(Fields.PATH, SortField.Type.STRING);

  List<Integer> byPath(Query query, int count) throws IOException {
    return first(query, new Sort(BY_PATH), count);
  }

  /// The first so many.
  List<Integer> first(Query query, Order order, int count) throws IOException {
    return first(query, sort(order), count);
  }

  private static Sort sort(Order order) {
    boolean reversed = order.reversed();
    return switch (order.key()) {
      case TAKEN -> new Sort(byLong(Fields.TAKEN, !reversed), BY_PATH);
      case MTIME -> new Sort(byLong(Fields.MODIFIED, !reversed), BY_PATH);
      case SIZE -> new Sort(byLong(Fields.SIZE, !reversed), BY_PATH);
      case RATING -> new Sort(byInt(Fields.RATING, !reversed), BY_PATH);
      case PATH -> new Sort(new SortField(Fields.PATH, SortField.Type.STRING, reversed));
      case SCORE -> throw new IllegalArgumentException("a score is no field");
    };
  }

  private static SortField byLong(String field, boolean falling) {
    long last = falling ? Long.MIN_VALUE : Long.MAX_VALUE;
    return LongField.newSortField(field, falling, SortedNumericSelector.Type.MIN, last);
  }

  private static SortField byInt(String field, boolean falling) {
    int last = falling ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    return IntField.newSortField(field, falling, SortedNumericSelector.Type.MIN, last);
  }

  private List<Integer> first(Query query, Sort sort, int count) throws IOException {
    int most = Math.min(count, searcher.getIndexReader().maxDoc());
    return most == 0
        ? List.of()
        : Stream.of(searcher.search(query, most, sort).scoreDocs).map(hit -> hit.doc).toList();
  }
}
