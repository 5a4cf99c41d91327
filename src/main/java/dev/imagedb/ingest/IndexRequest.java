package dev.imagedb.ingest;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.limit.TimeLimit;
import java.time.Duration;

/// What to index, and how.
///
/// @param force whether everything is done anew, unchanged files too, and a database of another
///   model is changed over to this one
/// @param prune whether pictures whose files are gone are removed
/// @param fullDecode whether pictures are decoded at their full size, so that vectors agree with
///   the reference's to the last digit
/// @param workers pictures that are worked on at once: one a core is best
/// @param timeout how long reading a picture may take, decoding it, and each look at a folder
public record IndexRequest(
    CrawlRequest crawl,
    boolean force,
    boolean prune,
    boolean fullDecode,
    int workers,
    Duration timeout) {
  public IndexRequest {
    if (workers < 1) {
      throw new IllegalArgumentException("workers: " + workers);
    }
  }

  /// The same, with the usual timeout.
  public IndexRequest(
      CrawlRequest crawl, boolean force, boolean prune, boolean fullDecode, int workers) {
    this(crawl, force, prune, fullDecode, workers, TimeLimit.USUAL);
  }
}
