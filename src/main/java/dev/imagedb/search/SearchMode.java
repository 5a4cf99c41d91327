package dev.imagedb.search;

/// What words are looked for in.
public enum SearchMode {
  /// As each of them was given: a prompt in the pictures, a text in their metadata.
  AUTO,

  /// All of them in both.
  HYBRID,

  /// All of them in the metadata, for which no model is loaded.
  FTS,

  /// All of them in the pictures.
  VECTOR
}
