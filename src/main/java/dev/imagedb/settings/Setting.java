package dev.imagedb.settings;

/// An option that is set for many runs.
///
/// @param command that it is for; empty where it is for each that has such an option
/// @param option its long name without hyphens in front: `min-score`
/// @param value as it was written
public record Setting(String command, String option, String value, Origin origin) {
  /// As it is written in a file: `limit`, or `search.limit`.
  public String name() {
    return command.isEmpty() ? option : command + "." + option;
  }

  /// Whether it is for a command.
  boolean isFor(String wanted) {
    return command.isEmpty() || command.equals(wanted);
  }

  /// Whether it was said with another one, in the same place and for the same commands.
  public boolean isBeside(Setting other) {
    return command.equals(other.command) && origin.layer() == other.origin.layer();
  }

  /// Whether it says of the same option of the same command what this one says, or says it for all
  /// commands.
  boolean covers(Setting other) {
    return option.equals(other.option) && isFor(other.command);
  }
}
