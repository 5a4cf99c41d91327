package dev.imagedb.cli;

/// A prompt at which commands are typed one after the other. It stands apart from the commands,
/// since it runs them.
@FunctionalInterface
public interface Shell {
  /// Reads lines and does what they say until there are no more.
  ///
  /// @param program as the one command that started it would have it, with the database that it is
  ///   about
  /// @return how the last command that failed ended, where nobody was asked for them
  int run(Program program);
}
