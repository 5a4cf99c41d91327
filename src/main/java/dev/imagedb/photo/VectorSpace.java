package dev.imagedb.photo;

/// The space in which vectors may be compared: the model that made them, and how pictures were
/// prepared for it. Two vectors from different spaces have no angle that means anything.
///
/// @param model the name to load it by: a hub id, an absolute folder, or `builtin`
/// @param fingerprint tells the model's files (weights, config, tokenizer) from all others,
///   lower-case hexadecimal
/// @param dimension numbers in a vector
/// @param preprocessing how pictures are prepared, in words: `shortest 224 bicubic crop`
public record VectorSpace(String model, String fingerprint, int dimension, String preprocessing) {

  /// Whether vectors of both may be compared. The name does not matter: a model that was copied to
  /// another folder is still the same model.
  public boolean comparableTo(VectorSpace other) {
    return fingerprint.equals(other.fingerprint)
        && dimension == other.dimension
        && preprocessing.equals(other.preprocessing);
  }
}
