package dev.imagedb.duplicates;

/// A picture that another one makes superfluous.
public record Duplicate(Picture picture, Kinship kinship) {

  /// How it relates to the picture to keep.
  public sealed interface Kinship {

    /// It holds the same bytes.
    record SameBytes() implements Kinship {}

    /// It shows the same photograph.
    ///
    /// @param cosine of their vectors
    /// @param difference the share of what both show that differs noticeably, 0 to 1
    record Near(double cosine, double difference) implements Kinship {}
  }
}
