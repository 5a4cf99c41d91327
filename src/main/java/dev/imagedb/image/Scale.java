package dev.imagedb.image;

/// How much of a picture's resolution a decoder must keep.
public sealed interface Scale {

  /// All of it: what a vector must be computed from to agree with the reference to the last digit.
  record Full() implements Scale {}

  /// A decoder may shrink while it decodes, as long as the shorter side keeps at least this many
  /// pixels. Choose three times the model's input: a decoder's own shrinking is coarser than ours.
  record ShorterSideAtLeast(int pixels) implements Scale {}
}
