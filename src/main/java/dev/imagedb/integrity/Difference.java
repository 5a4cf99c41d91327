package dev.imagedb.integrity;

import java.nio.file.Path;

/// A file that is not what the database remembers.
///
/// @param path absolute
/// @param reason in a few words, with what was expected
public record Difference(Path path, Kind kind, String reason) {
  /// What kind of difference it is.
  public enum Kind {
    /// There is no such file.
    GONE,
    /// Its size or its time is another: somebody has written it since.
    CHANGED,
    /// Its bytes are others, though size and time are the same: what nobody does who edits a
    /// picture, and a failing disk does.
    DECAYED,
    /// It cannot be read now.
    UNREADABLE
  }
}
