package dev.imagedb.duplicates;

import java.util.List;

/// Pictures that are copies of one another.
///
/// @param keeper the one to keep
/// @param reason why this one
/// @param duplicates the others, each compared with the keeper itself: what is merely like a copy
///   of it is not among them. In the order in which they would be kept.
public record DuplicateGroup(Picture keeper, Reason reason, List<Duplicate> duplicates) {
  public DuplicateGroup {
    duplicates = List.copyOf(duplicates);
    if (duplicates.isEmpty()) {
      throw new IllegalArgumentException("no duplicate of " + keeper.file().path());
    }
  }

  static DuplicateGroup of(Picture keeper, List<Duplicate> duplicates) {
    return new DuplicateGroup(
        keeper, Reason.of(keeper, duplicates.getFirst().picture()), duplicates);
  }

  /// What would be freed without the duplicates.
  public long bytes() {
    return duplicates.stream().mapToLong(duplicate -> duplicate.picture().file().size()).sum();
  }
}
