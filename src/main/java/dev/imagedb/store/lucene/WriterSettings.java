package dev.imagedb.store.lucene;

import dev.imagedb.store.lucene.WordAnalyzer.Names;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriterConfig;

/// How an index is written: in little memory, beside a model that needs the processor more.
final class WriterSettings {
  private static final double MEGABYTES_BEFORE_FLUSH = 32;

  /// Merges wait in line, so that no thread that adds a picture ever waits for one.
  private static final int MOST_MERGES_WAITING = 64;

  private static final int MERGES_AT_ONCE = 1;

  private WriterSettings() {}

  /// @param exactUpTo segments of up to so many vectors get no graph
  static IndexWriterConfig of(int exactUpTo) {
    ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    merges.setMaxMergesAndThreads(MOST_MERGES_WAITING, MERGES_AT_ONCE);
    return new IndexWriterConfig(new WordAnalyzer(Names.WHOLE_AND_PARTS))
        .setCodec(new VectorCodec(exactUpTo))
        .setRAMBufferSizeMB(MEGABYTES_BEFORE_FLUSH)
        .setMergeScheduler(merges);
  }
}
