package dev.imagedb.embed;

import java.util.Locale;

/// The arithmetic that an image tower runs in. Vectors of all may be compared with each other.
public enum Precision {
  /// 32-bit floats: within 0.9999 (cosine) of the reference.
  FP32,
  /// bfloat16: within 0.999 of the reference, and about twice as fast where the processor has it.
  BF16,
  /// 8-bit integers in the linear layers and 32-bit floats between them: within 0.99 of the
  /// reference, and a transformer takes about two thirds of bfloat16's time. Only for a processor
  /// that multiplies such integers itself ([Processor#multipliesBytes]).
  INT8,
  /// Whichever of the floats is faster here with many pictures, found out when the tower is loaded;
  /// 32-bit floats for a picture or two.
  AUTO;

  /// As it is written: `fp32`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
