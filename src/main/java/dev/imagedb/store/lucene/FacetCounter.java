package dev.imagedb.store.lucene;

import static java.util.Comparator.comparingLong;

import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.FacetCounts.ValueCount;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/// Counts what matches a query by the values of a field, from doc values alone.
final class FacetCounter {
  private static final Comparator<ValueCount> MOST_FREQUENT_FIRST =
      comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value);

  private final IndexSearcher searcher;
  private final PathKeys keys;
  private final Query query;

  FacetCounter(IndexSearcher searcher, PathKeys keys, Query query) {
    this.searcher = searcher;
    this.keys = keys;
    this.query = query;
  }

  FacetCounts count(Facet facet) throws IOException {
    return switch (facet) {
      case CAMERA -> byWords(facet, Fields.CAMERA);
      case LENS -> byWords(facet, Fields.LENS);
      case PLACE -> byWords(facet, Fields.PLACE);
      case EXT -> byWords(facet, Fields.EXTENSION);
      case KEYWORDS -> byWords(facet, Fields.KEYWORDS);
      case LABELS -> byWords(facet, Fields.LABELS);
      case FOLDER -> folders();
      case YEAR -> byNumber(facet, Fields.TAKEN_LOCAL, FacetCounter::year);
      case RATING -> byNumber(facet, Fields.RATING, Long::toString);
    };
  }

  private static String year(long millis) {
    return Integer.toString(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).getYear());
  }

  private FacetCounts folders() throws IOException {
    FacetCounts byKey = byWords(Facet.FOLDER, Fields.FOLDER);
    List<ValueCount> byPath =
        byKey.values().stream()
            .map(each -> new ValueCount(keys.path(each.value()).toString(), each.count()))
            .toList();
    return new FacetCounts(Facet.FOLDER, byPath, byKey.without());
  }

  private FacetCounts byWords(Facet facet, String field) throws IOException {
    Tally tally = new Tally();
    Weight weight = weight();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Scorer matches = weight.scorer(segment);
      if (matches != null) {
        tally.add(matches.iterator(), DocValues.getSortedSet(segment.reader(), field));
      }
    }
    return tally.counts(facet);
  }

  private FacetCounts byNumber(Facet facet, String field, LongFunction<String> name)
      throws IOException {
    Tally tally = new Tally();
    Weight weight = weight();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Scorer matches = weight.scorer(segment);
      if (matches != null) {
        SortedNumericDocValues values = DocValues.getSortedNumeric(segment.reader(), field);
        tally.add(matches.iterator(), values, name);
      }
    }
    return tally.counts(facet);
  }

  private Weight weight() throws IOException {
    return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private static final class Tally {
    private final Map<String, Long> counts = new HashMap<>();
    private long without;

    /// Counts ordinals first, so that each value's name is looked up but once a segment.
    void add(DocIdSetIterator matches, SortedSetDocValues values) throws IOException {
      long[] byOrdinal = new long[Math.toIntExact(values.getValueCount())];
      while (matches.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (!values.advanceExact(matches.docID())) {
          without++;
          continue;
        }
        for (int i = 0; i < values.docValueCount(); i++) {
          byOrdinal[Math.toIntExact(values.nextOrd())]++;
        }
      }
      for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
        if (byOrdinal[ordinal] > 0) {
          counts.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Long::sum);
        }
      }
    }

    void add(DocIdSetIterator matches, SortedNumericDocValues values, LongFunction<String> name)
        throws IOException {
      while (matches.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (values.advanceExact(matches.docID())) {
          counts.merge(name.apply(values.nextValue()), 1L, Long::sum);
        } else {
          without++;
        }
      }
    }

    FacetCounts counts(Facet facet) {
      List<ValueCount> values =
          counts.entrySet().stream()
              .map(each -> new ValueCount(each.getKey(), each.getValue()))
              .sorted(MOST_FREQUENT_FIRST)
              .toList();
      return new FacetCounts(facet, values, without);
    }
  }
}
