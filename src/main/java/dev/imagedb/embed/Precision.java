package dev.imagedb.embed;

/// The arithmetic that an image tower runs in. Vectors of both may be compared with each other.
public enum Precision {
  /// 32-bit floats: within 0.9999 (cosine) of the reference.
  FP32,
  /// bfloat16: within 0.999 of the reference, and about twice as fast where the processor has it.
  BF16,
  /// Whichever of the two is faster here with many pictures, found out when the tower is loaded;
  /// 32-bit floats for a picture or two.
  AUTO
}
