package dev.imagedb.ingest;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.photo.Skipped;
import dev.imagedb.photo.VectorSpace;
import java.time.Duration;
import java.util.List;

/// What a run of indexing did. Each picture that was seen is counted once more: as added, updated,
/// moved, unchanged or skipped; after an interruption some were seen and not come to.
///
/// @param seen pictures that the crawl found, and what it could not look into
/// @param added that were not stored before, or could not be read then
/// @param updated whose files changed, or that were made anew
/// @param moved that keep their vector under another name
/// @param unchanged that were passed by
/// @param removed from the database, because their files are gone
/// @param skipped that could not be read, in the order of their paths
/// @param elapsed from the start of the crawl to the last commit
/// @param space that the vectors lie in
/// @param interrupted whether the run was stopped before its end; what is counted is stored
public record IndexReport(
    long seen,
    long added,
    long updated,
    long moved,
    long unchanged,
    long removed,
    List<Skipped> skipped,
    Duration elapsed,
    VectorSpace space,
    boolean interrupted) {
  public IndexReport {
    skipped = List.copyOf(skipped);
  }

  /// Pictures that were read and stored, by the time that all of the run took.
  public double imagesPerSecond() {
    return elapsed.isZero() ? 0 : (added + updated) / seconds();
  }

  public double seconds() {
    return elapsed.toNanos() / 1e9;
  }

  /// How a run that did this ends.
  public ExitCode exitCode() {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    return skipped.isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_SKIPPED;
  }
}
