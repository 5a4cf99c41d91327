package dev.imagedb.store.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.VectorSpace;
import java.util.Optional;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.VectorSimilarityFunction;

/// The field that vectors of one space are kept in. Every space has its own, so that vectors of two
/// models can lie in one index, and even in one segment, and never be compared.
///
/// @param tag eight hexadecimal digits that stand for the space
/// @param dimension numbers in a vector
record VectorField(String tag, int dimension) {

  /// For unit vectors this is the cosine. Lucene scores must not be negative, so it scores `(1 +
  /// cosine) / 2`: see [#cosine].
  static final VectorSimilarityFunction SIMILARITY = VectorSimilarityFunction.DOT_PRODUCT;

  private static final String PREFIX = "vector.";

  private static final int TAG_DIGITS = 8;

  static VectorField of(VectorSpace space) {
    String identity = space.fingerprint() + '\n' + space.dimension() + '\n' + space.preprocessing();
    String tag = ContentHash.of(identity.getBytes(UTF_8)).substring(0, TAG_DIGITS);
    return new VectorField(tag, space.dimension());
  }

  /// The field that an index has by this name; empty where it keeps no vectors.
  static Optional<VectorField> of(FieldInfo info) {
    return info.getVectorDimension() > 0 && info.name.startsWith(PREFIX)
        ? Optional.of(
            new VectorField(info.name.substring(PREFIX.length()), info.getVectorDimension()))
        : Optional.empty();
  }

  /// The field's name.
  String name() {
    return PREFIX + tag;
  }

  /// @throws IllegalArgumentException where a vector is not of this space
  void check(float[] vector) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "vector dimensions differ: " + vector.length + " != " + dimension);
    }
  }

  /// The cosine that a score of [#SIMILARITY] stands for.
  static double cosine(double score) {
    return 2 * score - 1;
  }
}
