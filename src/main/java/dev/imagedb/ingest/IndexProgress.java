package dev.imagedb.ingest;

/// Is told how far a run of indexing is. Must be safe for use by many threads, and fast: it is
/// called for every picture.
public interface IndexProgress {
  /// Shows nothing.
  IndexProgress SILENT =
      new IndexProgress() {
        @Override
        public void update(IndexCounts counts) {}

        @Override
        public void finish() {}
      };

  void update(IndexCounts counts);

  /// The run is over, well or badly; nothing follows.
  void finish();
}
