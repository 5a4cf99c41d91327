package dev.imagedb.labelling;

/// A label, and how likely a picture shows it.
///
/// @param probability 0 to 1
public record LikelyLabel(String label, double probability) {}
