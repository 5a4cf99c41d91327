package dev.imagedb.store;

import dev.imagedb.photo.VectorSpace;
import java.util.Optional;

/// One database of pictures, on disk. Opens for readers (any number, at any time) and for one
/// writer.
public interface PhotoStore {

  /// Whether anything was ever written here.
  boolean exists();

  /// A consistent view of the last commit.
  ///
  /// @throws dev.imagedb.fault.UserException where there is no database, or it is another
  ///   program's, or of a schema that this version does not read
  PhotoReader reader();

  /// The one writer. Creates the database where there is none.
  ///
  /// @param space what new vectors will be of
  /// @param replaceModel whether to change a database that holds another model's vectors over to
  ///   this one; its old vectors are then no longer searched, and must be made anew
  /// @throws dev.imagedb.fault.UserException where another process writes, or the database is of
  ///   another model and `replaceModel` is false
  PhotoWriter writer(VectorSpace space, boolean replaceModel);

  /// A writer that adds no vectors: it removes and corrects.
  PhotoWriter writer();

  /// The space of the stored vectors, if any were stored.
  Optional<VectorSpace> space();
}
