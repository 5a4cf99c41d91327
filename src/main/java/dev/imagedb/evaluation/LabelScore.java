package dev.imagedb.evaluation;

/// How well one label is told from the others.
///
/// @param pictures that show it
/// @param recall which part of them gets it as the first label
/// @param averagePrecision of all pictures ranked by it
public record LabelScore(String label, int pictures, double recall, double averagePrecision) {}
