package dev.imagedb.output;

/// How the progress of what takes long is shown on standard error.
public enum ProgressStyle {
  /// A bar on a terminal, plain lines elsewhere.
  AUTO,
  /// One line that is drawn over and over, and gone at the end.
  BAR,
  /// A line every few seconds, as logs want it.
  PLAIN,
  NONE
}
