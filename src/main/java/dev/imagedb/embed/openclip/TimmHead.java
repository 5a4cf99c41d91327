package dev.imagedb.embed.openclip;

/// What makes a vector of a timm tower's features.
enum TimmHead {
  /// Nothing: they are the vector.
  NONE,
  /// The tower's own classifier.
  CLASSIFIER,
  MATRIX,
  MATRIX_AND_BIAS
}
