package dev.imagedb.store.lucene;

import java.util.List;

/// The forms that the record of a picture has had ([PhotoBytes]), by what they hold beside what all
/// do.
enum RecordForm {
  FIRST(/* hasLabels= */ false, /* hasLook= */ false),
  WITH_LABELS(true, false),
  WITH_LOOK(true, true);

  private final boolean hasLabels;
  private final boolean hasLook;

  RecordForm(boolean hasLabels, boolean hasLook) {
    this.hasLabels = hasLabels;
    this.hasLook = hasLook;
  }

  boolean hasLabels() {
    return hasLabels;
  }

  boolean hasLook() {
    return hasLook;
  }

  /// Those that a database may hold, the likeliest first.
  ///
  /// @param schema 1 to [DatabaseMark#SCHEMA]
  static List<RecordForm> of(int schema) {
    return switch (schema) {
      case 1 -> List.of(FIRST);
      case 2 -> List.of(WITH_LOOK, WITH_LABELS);
      default -> List.of(WITH_LOOK);
    };
  }
}
