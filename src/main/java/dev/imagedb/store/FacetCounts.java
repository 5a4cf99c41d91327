package dev.imagedb.store;

import java.util.List;

/// How many pictures there are of each value.
///
/// @param values the most frequent first; equal ones in the order of their names
/// @param without how many pictures have no value
public record FacetCounts(Facet facet, List<ValueCount> values, long without) {
  public FacetCounts {
    values = List.copyOf(values);
  }

  /// One value, and how many pictures have it.
  public record ValueCount(String value, long count) {}
}
