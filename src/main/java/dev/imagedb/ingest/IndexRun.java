package dev.imagedb.ingest;

import dev.imagedb.embed.Embedder;
import dev.imagedb.limit.TimeLimit;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the workers of one run share.
///
/// @param before the database as it was when the run began
/// @param known what it knew of the files under the run's roots
/// @param batches what waits to be embedded
/// @param movedAway paths whose pictures were found again elsewhere; safe for many threads
/// @param unreadable what the crawl could not read, and what does not answer: nothing below it may
///   be taken for gone; safe for many threads
record IndexRun(
    IndexRequest request,
    Embedder embedder,
    PictureReader reader,
    TimeLimit timeLimit,
    FileFeed feed,
    PhotoReader before,
    Map<Path, KnownFile> known,
    PhotoWriter writer,
    Batches batches,
    Tally tally,
    CommitSchedule commits,
    Cancellation cancellation,
    Set<Path> movedAway,
    Set<Path> unreadable) {

  boolean isStopped() {
    return cancellation.isRequested();
  }

  /// Whether a picture under the run's roots is gone, and nobody else has taken it for the one that
  /// moved. What lies elsewhere may be on a drive that is not connected.
  boolean claimGone(Path path) {
    return known.containsKey(path) && isGone(path) && movedAway.add(path);
  }

  /// Whether there is certainly no such file any more. Where that cannot be told, or not in time,
  /// it is not gone, and nothing beside it is asked for either.
  boolean isGone(Path path) {
    if (unreadable.stream().anyMatch(path::startsWith)) {
      return false;
    }
    try {
      Optional<Boolean> gone =
          timeLimit.within(() -> Files.notExists(path) || Files.isDirectory(path));
      if (gone.isEmpty()) {
        unreadable.add(path.resolveSibling(""));
      }
      return gone.orElse(false);
    } catch (IOException impossible) {
      throw new UncheckedIOException("neither look throws", impossible);
    }
  }
}
