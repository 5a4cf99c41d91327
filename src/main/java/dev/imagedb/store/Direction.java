package dev.imagedb.store;

/// Where in the space of vectors hits shall lie.
///
/// @param vector unit length
/// @param weight how much its ranking counts beside the text's: finite, more than 0
/// @param temperature what the model multiplies cosines by, where words were asked for; 0 where
///   pictures were: see [Relevance#of]
@SuppressWarnings("ArrayRecordComponent") // used once and never compared
public record Direction(float[] vector, double weight, double temperature) {

  /// Towards a picture.
  public static Direction of(float[] vector) {
    return new Direction(vector, 1, 0);
  }
}
