package dev.imagedb.doctor;

import dev.imagedb.doctor.Finding.Level;
import java.util.List;

/// What all checks have found, in the order of the list.
public record Diagnosis(List<Entry> entries) {
  public Diagnosis {
    entries = List.copyOf(entries);
  }

  /// What one check has found.
  ///
  /// @param subject what was looked at, in a word
  public record Entry(String subject, Finding finding) {}

  /// Whether all works, well or less well.
  public boolean isSound() {
    return entries.stream().noneMatch(entry -> entry.finding().level() == Level.PROBLEM);
  }
}
