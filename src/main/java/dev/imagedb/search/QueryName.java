package dev.imagedb.search;

/// What one of many queries is known by in its answer.
public sealed interface QueryName {

  /// A name that its author gave it.
  record Text(String id) implements QueryName {}

  /// A number that its author gave it.
  record Numeric(Number id) implements QueryName {}

  /// The line that it was written in, where it was given no name.
  record Line(String written) implements QueryName {}
}
