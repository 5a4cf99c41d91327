package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Compares a vector with whole float32 vectors, never with their quantized copies or by a graph.
///
/// It ends when memory has given all vectors once; one thread alone cannot ask for them that fast.
/// So they are compared in parts, many to a call of Lucene's, on all threads of the searcher.
///
/// @param target shape (dimension), of unit length
@SuppressWarnings("ArrayRecordComponent") // made once and never compared
record VectorScan(IndexSearcher searcher, VectorField field, float[] target) {

  /// Large enough that handing it to a thread costs nothing beside it.
  private static final int DOCUMENTS_IN_A_PART = 1 << 14;

  VectorScan {
    field.check(target);
  }

  /// Every document with a vector, scored as [VectorField#cosine] expects.
  ///
  /// @param among what may be found; null for all
  ScoredDocs among(@Nullable DocumentsQuery among) throws IOException {
    return ScoredDocs.joined(
        searcher.getTaskExecutor().invokeAll(among == null ? all() : of(among.docs())));
  }

  private List<Callable<ScoredDocs>> all() {
    List<Callable<ScoredDocs>> parts = new ArrayList<>();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      int end = segment.reader().maxDoc();
      for (int from = 0; from < end; from += DOCUMENTS_IN_A_PART) {
        int first = from;
        int to = Math.min(from + DOCUMENTS_IN_A_PART, end);
        parts.add(() -> between(segment, first, to));
      }
    }
    return parts;
  }

  private List<Callable<ScoredDocs>> of(int[] docs) {
    List<Callable<ScoredDocs>> parts = new ArrayList<>();
    for (int from = 0; from < docs.length; from += DOCUMENTS_IN_A_PART) {
      int[] some =
          Arrays.copyOfRange(docs, from, Math.min(from + DOCUMENTS_IN_A_PART, docs.length));
      for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
        DocumentsIterator here = new DocumentsIterator(some, segment);
        if (here.size() > 0) {
          parts.add(() -> among(segment, here));
        }
      }
    }
    return parts;
  }

  private ScoredDocs between(LeafReaderContext segment, int from, int to) throws IOException {
    VectorScorer scorer = scorer(segment);
    if (scorer == null || scorer.iterator().advance(from) >= to) {
      return ScoredDocs.NONE;
    }
    Bits live = segment.reader().getLiveDocs();
    return drained(segment, scorer.bulk(null), to, live, to - from);
  }

  private ScoredDocs among(LeafReaderContext segment, DocumentsIterator docs) throws IOException {
    VectorScorer scorer = scorer(segment);
    return scorer == null
        ? ScoredDocs.NONE
        : drained(segment, scorer.bulk(docs), segment.reader().maxDoc(), null, docs.size());
  }

  private @Nullable VectorScorer scorer(LeafReaderContext segment) throws IOException {
    FloatVectorValues vectors = segment.reader().getFloatVectorValues(field.name());
    return vectors == null ? null : vectors.rescorer(target);
  }

  private static ScoredDocs drained(
      LeafReaderContext segment, VectorScorer.Bulk bulk, int to, @Nullable Bits live, int most)
      throws IOException {
    int[] docs = new int[most];
    float[] scores = new float[most];
    int size = 0;
    DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();
    bulk.nextDocsAndScores(to, live, some);
    while (some.size > 0) {
      for (int i = 0; i < some.size; i++) {
        docs[size + i] = segment.docBase + some.docs[i];
      }
      System.arraycopy(some.features, 0, scores, size, some.size);
      size += some.size;
      bulk.nextDocsAndScores(to, live, some);
    }
    return ScoredDocs.firstOf(docs, scores, size);
  }
}
