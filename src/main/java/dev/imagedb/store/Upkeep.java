package dev.imagedb.store;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Keeps a database from harm: looks whether it is whole, mends it, copies it.
public interface Upkeep {

  /// Reads all that was committed, and compares every part of it with its checksum and with the
  /// others. Changes nothing. Takes the writer's lock where the folder can be written, so that
  /// nothing moves meanwhile.
  ///
  /// @throws dev.imagedb.fault.UserException where there is no database, another process writes to
  ///   it, or it is so damaged that it does not even tell its parts
  Health examine();

  /// Takes out what is damaged, and nothing else. All files of the database as it was are kept in a
  /// folder beside it first, by links where the file system has them.
  ///
  /// @param announce is told what is damaged before any of it goes, and where the files are kept;
  ///   never called where nothing is damaged
  /// @return what was found
  /// @throws dev.imagedb.fault.UserException as for [#examine]
  Health repair(Consumer<Repair> announce);

  /// Copies the last commit, while others read and write. The copy is there as a whole or not at
  /// all, and every file of it has been compared with its checksum.
  ///
  /// @param target absolute, new or empty; a database that moves with the folder around it comes to
  ///   lie in an `.imagedb` of its own there
  /// @throws dev.imagedb.fault.UserException where there is no database, `target` holds anything,
  ///   or a file of the database is damaged
  Backup backUp(Path target);

  /// What is about to be taken out.
  ///
  /// @param kept the folder with all files as they were
  record Repair(Health found, Path kept) {}
}
