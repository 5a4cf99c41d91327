package dev.imagedb.fuzz;

/// How anything is refused: in one line.
final class OneLine {
  /// A terminal's screen; a file's name in it may be long.
  private static final int LONGEST = 2_000;

  private OneLine() {}

  /// Checks what its user is told.
  static void require(Exception refused) {
    String message = String.valueOf(refused.getMessage());
    if (message.isBlank() || message.length() > LONGEST || message.lines().count() != 1) {
      throw new AssertionError("no line for whom it concerns: " + message, refused);
    }
  }
}
