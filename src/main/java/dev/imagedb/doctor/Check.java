package dev.imagedb.doctor;

/// Looks at one thing that the program needs. Changes nothing.
interface Check {
  /// What it looks at, in a word.
  String subject();

  /// What it finds.
  ///
  /// @throws dev.imagedb.fault.UserException where what it looks at is broken in a way that is
  ///   known
  Finding examine();
}
