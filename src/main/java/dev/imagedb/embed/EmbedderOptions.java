package dev.imagedb.embed;

/// How an embedder shall run.
///
/// @param precision of the image tower
/// @param threadsPerCall how many cores one call may use: 1 where as many callers as cores share an
///   embedder, all cores where a single picture must be embedded soon
/// @param manyPictures whether the weights shall be laid out for speed first, which pays from a few
///   dozen pictures on
public record EmbedderOptions(Precision precision, int threadsPerCall, boolean manyPictures) {
  public EmbedderOptions {
    if (threadsPerCall < 1) {
      throw new IllegalArgumentException("threads per call: " + threadsPerCall);
    }
  }

  /// The same in this arithmetic.
  public EmbedderOptions in(Precision other) {
    return new EmbedderOptions(other, threadsPerCall, manyPictures);
  }

  /// For many pictures: a caller a core.
  public static EmbedderOptions forManyPictures(Precision precision) {
    return new EmbedderOptions(precision, 1, true);
  }

  /// For a query or two.
  public static EmbedderOptions forQueries(Precision precision) {
    return new EmbedderOptions(precision, Runtime.getRuntime().availableProcessors(), false);
  }
}
