package dev.imagedb.store;

import dev.imagedb.photo.Photo;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a database. Nothing is seen by readers, or safe, before [#commit]. Safe for use by many
/// threads.
public interface PhotoWriter extends Closeable {

  /// Adds a picture, or replaces what was stored under its path.
  ///
  /// @param vector unit length, of the writer's space; null for a picture that could not be read,
  ///   and only for such
  /// @throws dev.imagedb.fault.UserException where it cannot be written: a full disk
  void put(Photo photo, float @Nullable [] vector);

  void remove(Path path);

  /// Remembers an arithmetic that stored vectors were made in, for [StoreStatus#precisions].
  void addPrecision(String precision);

  /// Says that all stored vectors were made in this arithmetic.
  void setPrecision(String precision);

  /// Remembers folders that were indexed, for [StoreStatus#roots]. One inside another is not kept.
  void addRoots(Collection<Path> roots);

  /// Forgets indexed folders, so that a run without folders does not go over them again: these, and
  /// those that lie in them. Their pictures stay.
  ///
  /// @return what was forgotten
  List<Path> removeRoots(Collection<Path> folders);

  void commit();

  /// Closes without committing what came after the last [#commit]. Where all is committed, waits
  /// for the store to put itself in order, which for a large one can take a while.
  @Override
  void close();
}
