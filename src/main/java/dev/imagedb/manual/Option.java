package dev.imagedb.manual;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An option.
///
/// @param names with their dashes; the shortest first
/// @param value what it takes; null for one that is there or is not
/// @param repeats whether it may be given several times
public record Option(
    List<String> names, @Nullable Value value, boolean repeats, String description) {
  public Option {
    names = List.copyOf(names);
  }

  /// What it does, in a line without a full stop.
  public String summary() {
    return Sentence.first(description);
  }
}
