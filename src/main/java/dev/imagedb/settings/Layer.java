package dev.imagedb.settings;

/// The kinds of places that options are set in; what comes first counts.
public enum Layer {
  VARIABLES,
  /// The file in the database's folder, which may be on a drive of somebody else's.
  DATABASE,
  /// The user's own file.
  USER
}
