package dev.imagedb.embed.hub;

/// What became of comparing a file with what it should be.
///
/// @param name in its model's folder
public record CheckedFile(String name, State state) {
  /// What there is to say of its bytes.
  public enum State {
    /// They have the checksum that the hub gave.
    INTACT,
    /// They have another one.
    DAMAGED,
    /// Nothing is known to compare them with.
    UNKNOWN
  }
}
