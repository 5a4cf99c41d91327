package dev.imagedb.evaluation;

import java.time.Duration;

/// What an index loses, and gains, by not comparing every vector.
///
/// @param queries that were asked both ways
/// @param depth how many hits were compared
/// @param everythingCompared whether the library is so small that nothing is approximate
/// @param recall which part of the exact hits was found
/// @param exact mean time of a search that compares every vector
/// @param usual mean time of a search as it is done by default
public record Approximation(
    int queries,
    int depth,
    boolean everythingCompared,
    Estimate recall,
    Duration exact,
    Duration usual)
    implements Report {}
