package dev.imagedb.doctor;

/// What a check has found.
///
/// @param told one line
/// @param next what would mend it, or make it faster; empty where there is nothing
public record Finding(Level level, String told, String next) {
  /// How much it matters.
  public enum Level {
    OK,
    /// It works, and could be better.
    NOTE,
    /// Something does not work.
    PROBLEM
  }

  static Finding ok(String told) {
    return new Finding(Level.OK, told, "");
  }

  static Finding note(String told, String next) {
    return new Finding(Level.NOTE, told, next);
  }

  static Finding problem(String told, String next) {
    return new Finding(Level.PROBLEM, told, next);
  }
}
