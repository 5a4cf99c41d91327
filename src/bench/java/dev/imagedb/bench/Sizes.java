package dev.imagedb.bench;

/// How much there is to do.
///
/// @param photographs of 12 megapixels: enough that a start does not dominate a run over them
/// @param mixed photographs of all sizes
/// @param large photographs of 100 megapixels
/// @param many files that are passed by unchanged, and vectors that are searched
/// @param queries pictures that are searched for in one call
public record Sizes(int photographs, int mixed, int large, int many, int queries) {
  static final Sizes FULL = new Sizes(200, 150, 10, 100_000, 100);

  /// To see whether everything runs; what start-up costs decides all figures.
  static final Sizes QUICK = new Sizes(20, 20, 2, 5_000, 10);
}
