package dev.imagedb.bench;

/// What was measured once.
///
/// @param label whose it is: what comparisons call it by
/// @param value in the row's unit
public record Figure(String label, double value) {}
