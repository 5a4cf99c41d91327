package dev.imagedb.store.lucene;

import dev.imagedb.store.lucene.WordAnalyzer.Names;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;

/// How an index is written: in little memory, beside a model that needs the processor more.
final class WriterSettings {
  private static final double MEGABYTES_BEFORE_FLUSH = 32;

  /// Merges build graphs, which takes most of their time, on as many threads as there are cores:
  /// beside workers that share the cores with them, and on all of them once a run only waits for
  /// merges. The others wait in line, so that no thread that adds a picture ever waits for one.
  private static final int MOST_MERGES_WAITING = 64;

  /// Few segments, since a search walks a graph in each: half as many as Lucene's eight leave, for
  /// writing each picture once more.
  private static final int SEGMENTS_A_TIER = 4;

  private WriterSettings() {}

  /// @param exactUpTo up to how many vectors all are compared
  static IndexWriterConfig of(int exactUpTo) {
    Merges merges = new Merges();
    merges.setMaxMergesAndThreads(MOST_MERGES_WAITING, Runtime.getRuntime().availableProcessors());
    TieredMergePolicy tiers = new TieredMergePolicy();
    tiers.setSegmentsPerTier(SEGMENTS_A_TIER);
    tiers.setMaxMergeAtOnce(SEGMENTS_A_TIER);
    return new IndexWriterConfig(new WordAnalyzer(Names.WHOLE_AND_PARTS))
        .setCodec(new VectorCodec(exactUpTo))
        .setRAMBufferSizeMB(MEGABYTES_BEFORE_FLUSH)
        .setMergePolicy(tiers)
        .setMergeScheduler(merges);
  }

  /// A merge that fails, on a full disk for one, closes the writer, and whoever writes or commits
  /// next is told why: its thread need not print a stack trace as well.
  private static final class Merges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {}
  }
}
