package dev.imagedb.store;

import dev.imagedb.photo.VectorSpace;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// One database of pictures, on disk. Opens for readers (any number, at any time) and for one
/// writer.
public interface PhotoStore {

  /// Whether there is a database here already.
  ///
  /// @throws dev.imagedb.fault.UserException where something else lies here, or what lies here
  ///   cannot be read
  boolean exists();

  /// A consistent view of the last commit; later ones are not seen by it. A database that an
  /// earlier version wrote is read as it is.
  ///
  /// @throws dev.imagedb.fault.UserException where there is no database, or it is another
  ///   program's, or of a schema that this version does not read
  PhotoReader reader();

  /// The one writer. Creates the database where there is none, and upgrades one that an earlier
  /// version wrote.
  ///
  /// @param space what new vectors will be of
  /// @param replaceModel whether to change a database that holds another model's vectors over to
  ///   this one; its old vectors are then no longer searched, and must be made anew. A database
  ///   without vectors takes any model.
  /// @throws dev.imagedb.fault.UserException where another process writes, or the database is of
  ///   another model and `replaceModel` is false
  PhotoWriter writer(VectorSpace space, boolean replaceModel);

  /// A writer for an existing database, of whatever model it is: to remove and to correct.
  ///
  /// @throws dev.imagedb.fault.UserException where there is no database, or another process writes
  PhotoWriter writer();

  /// The space that the stored vectors are of; empty where there is no database.
  ///
  /// @throws dev.imagedb.fault.UserException as for [#exists]
  Optional<VectorSpace> space();

  /// What keeps it from harm.
  Upkeep upkeep();

  /// The same, where whoever wants to write waits for another process that does, and is told why
  /// opening takes a while.
  ///
  /// @param patience how long at most; may be zero
  /// @param told is handed a line if there is something to wait for, and one if the database was
  ///   written by an earlier version and is upgraded first
  PhotoStore waiting(Duration patience, Consumer<String> told);
}
