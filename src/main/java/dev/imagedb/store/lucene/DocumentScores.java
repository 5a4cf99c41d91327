package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/// Looks at a few given documents, whatever their rank: what a query scores them, where they lie.
final class DocumentScores {
  private final IndexSearcher searcher;

  /// In rising order, as Lucene's iterators want them.
  private final List<Integer> docs;

  DocumentScores(IndexSearcher searcher, Collection<Integer> docs) {
    this.searcher = searcher;
    this.docs = docs.stream().sorted().toList();
  }

  /// The scores of those documents that a query matches.
  Map<Integer, Double> of(Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    Map<Integer, Double> scores = new HashMap<>();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(segment);
      if (scorer != null) {
        score(scorer, segment, scores);
      }
    }
    return scores;
  }

  private void score(Scorer scorer, LeafReaderContext segment, Map<Integer, Double> scores)
      throws IOException {
    for (int doc : docs) {
      int local = doc - segment.docBase;
      if (local < 0 || local >= segment.reader().maxDoc()) {
        continue;
      }
      int reached = scorer.docID();
      if (reached < local) {
        reached = scorer.iterator().advance(local);
      }
      if (reached == local) {
        scores.put(doc, (double) scorer.score());
      }
    }
  }

  /// The key of each document.
  Map<Integer, String> paths() throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    Map<Integer, String> paths = new HashMap<>();
    for (int doc : docs) {
      LeafReaderContext segment = segments.get(ReaderUtil.subIndex(doc, segments));
      SortedDocValues values = DocValues.getSorted(segment.reader(), Fields.PATH);
      if (values.advanceExact(doc - segment.docBase)) {
        paths.put(doc, values.lookupOrd(values.ordValue()).utf8ToString());
      }
    }
    return paths;
  }
}
