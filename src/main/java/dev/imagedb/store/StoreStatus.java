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
/// @param precisions the arithmetics that the vectors were made in, in alphabetical order; more
///   than one where pictures were indexed with different `--precision`
/// @param roots the folders that were indexed
public record StoreStatus(
    Path location,
    @Nullable VectorSpace space,
    int schema,
    long pictures,
    long skipped,
    long stale,
    long bytes,
    List<String> precisions,
    List<Path> roots) {
  public StoreStatus {
    precisions = List.copyOf(precisions);
    roots = List.copyOf(roots);
  }
}
