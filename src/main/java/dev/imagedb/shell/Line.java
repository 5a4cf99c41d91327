package dev.imagedb.shell;

/// What comes from whoever types.
sealed interface Line {
  record Typed(String text) implements Line {}

  /// A line that was begun and given up (Ctrl-C).
  record GivenUp() implements Line {}

  /// There will be no more (Ctrl-D).
  record End() implements Line {}
}
