/// Finds the copies among stored pictures, and says which of them to keep. Start at
/// [dev.imagedb.duplicates.DuplicateFinder].
///
/// Copies of the same bytes are known by their hash. For the others, [SortedNeighbours] names pairs
/// that might be copies, by vector and by look, without comparing all with all; [Agreement] lays
/// the looks of a pair over one another and confirms it or not; and [Grouping] gathers what belongs
/// together around the picture to keep.
@NullMarked
package dev.imagedb.duplicates;

import org.jspecify.annotations.NullMarked;
