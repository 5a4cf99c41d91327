package dev.imagedb.store;

/// In which order hits come. Equal ones come in the order of their paths, and those without a value
/// come last, in either direction.
///
/// @param reversed whether the key's own direction is turned
public record Order(Key key, boolean reversed) {
  public static final Order BY_SCORE = new Order(Key.SCORE, false);

  /// What hits are ordered by, and which of them come first.
  public enum Key {
    /// Best first.
    SCORE,
    /// Newest first, by the time line: two cameras in two time zones are put in true order.
    TAKEN,
    /// Newest first.
    MTIME,
    /// Largest file first.
    SIZE,
    /// From A to Z.
    PATH,
    /// Most stars first.
    RATING
  }
}
