package dev.imagedb.store;

import dev.imagedb.photo.VectorSpace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A database in numbers.
///
/// @param location its folder
/// @param pictures that can be found by vector
/// @param skipped that could not be read
/// @param stale whose vectors are of an earlier model and must be made anew
/// @param bytes on disk
/// @param roots the folders that were indexed
public record StoreStatus(
    Path location,
    @Nullable VectorSpace space,
    int schema,
    long pictures,
    long skipped,
    long stale,
    long bytes,
    List<Path> roots) {
  public StoreStatus {
    roots = List.copyOf(roots);
  }
}
