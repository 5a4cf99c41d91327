package dev.imagedb.store.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/// How vectors are written: as they are, and, in segments of many pictures, with a graph over a
/// copy of one byte a number. Goes by Lucene's own name, so that any Lucene reads it.
final class VectorCodec extends Lucene104Codec {
  private static final int NEIGHBOURS = 16;
  private static final int BEAM = 100;

  /// Where several segments are searched, a walk beats the scan of one from some ten thousand
  /// vectors on. More than is flushed at once, so that graphs are built by merges alone, beside the
  /// threads that add pictures.
  private static final int MOST_WITHOUT_GRAPH = 30_000;

  private final KnnVectorsFormat format;

  /// @param exactUpTo up to how many vectors of the whole index are all compared: no more lie in a
  ///   segment without a graph
  VectorCodec(int exactUpTo) {
    this.format =
        new WideVectorsFormat(
            new Lucene104HnswScalarQuantizedVectorsFormat(
                ScalarEncoding.UNSIGNED_BYTE,
                NEIGHBOURS,
                BEAM,
                /* numMergeWorkers= */ 1,
                /* mergeExec= */ null,
                graphThreshold(Math.min(exactUpTo, MOST_WITHOUT_GRAPH))));
  }

  /// Lucene builds a graph where `n > threshold * ln n`; this is the threshold for a given `n`.
  private static int graphThreshold(int vectors) {
    return (int) Math.ceil(vectors / Math.log(vectors));
  }

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return format;
  }

  /// Lets vectors be wider than Lucene's 1,024, which it checks only where it writes: some OpenCLIP
  /// models have 1,152 to 1,536 dimensions.
  private static final class WideVectorsFormat extends KnnVectorsFormat {
    private static final int MAX_DIMENSIONS = 4096;

    private final KnnVectorsFormat delegate;

    WideVectorsFormat(KnnVectorsFormat delegate) {
      super(delegate.getName());
      this.delegate = delegate;
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
      return delegate.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
      return delegate.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
      return MAX_DIMENSIONS;
    }
  }
}
