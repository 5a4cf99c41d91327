package dev.imagedb.evaluation;

import dev.imagedb.fault.ExitCode;
import java.util.List;

/// What came of a task.
///
/// @param absent pictures that the task's file names and the database does not have; the report is
///   about the others
public record Outcome(Report report, List<String> absent) {
  public Outcome {
    absent = List.copyOf(absent);
  }

  /// How a run that found this ends.
  public ExitCode exitCode() {
    return absent.isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_SKIPPED;
  }
}
