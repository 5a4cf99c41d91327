package dev.imagedb.store.lucene;

import java.time.Duration;
import java.util.function.Consumer;

/// How long whoever wants to write waits for another who does.
///
/// @param told is handed a line if there is something to wait for, or the database is upgraded
record Patience(Duration longest, Consumer<String> told) {
  /// Does not wait at all.
  static final Patience NONE = new Patience(Duration.ZERO, _ -> {});
}
