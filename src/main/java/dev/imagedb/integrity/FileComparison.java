package dev.imagedb.integrity;

import dev.imagedb.integrity.Difference.Kind;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// Compares every picture of a database with its file: whether it is there, of the same size and
/// time, and of the same bytes. A file of another size or time is not read.
public final class FileComparison {
  private final PhotoReader reader;

  public FileComparison(PhotoReader reader) {
    this.reader = reader;
  }

  /// Reads all files, one after the other: a disk is no faster with several.
  ///
  /// @param progress is told how many are done
  /// @return in path order
  public List<Difference> differences(LongConsumer progress) {
    long[] done = {0};
    try (Stream<Photo> pictures = reader.all()) {
      return pictures
          .peek(_ -> progress.accept(done[0]++))
          .map(FileComparison::difference)
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static Optional<Difference> difference(Photo photo) {
    Path path = photo.file().path();
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return found.isRegularFile()
          ? difference(
              photo, new FileFacts(path, found.size(), found.lastModifiedTime().toInstant()))
          : Optional.of(new Difference(path, Kind.GONE, "there is no file of this name any more"));
    } catch (NoSuchFileException _) {
      return Optional.of(new Difference(path, Kind.GONE, "the file is gone"));
    } catch (AccessDeniedException _) {
      return Optional.of(new Difference(path, Kind.UNREADABLE, "no permission to read it"));
    } catch (IOException e) {
      return Optional.of(
          new Difference(path, Kind.UNREADABLE, "it cannot be read: " + e.getMessage()));
    }
  }

  private static Optional<Difference> difference(Photo photo, FileFacts found) throws IOException {
    FileFacts stored = photo.file();
    if (found.size() != stored.size()) {
      return changed(found.path(), "it has %,d bytes, not %,d", found.size(), stored.size());
    }
    if (!found.modified().equals(stored.modified())) {
      return changed(
          found.path(), "it was written at %s, not at %s", found.modified(), stored.modified());
    }
    try (InputStream in = Files.newInputStream(found.path())) {
      return ContentHash.of(in).equals(photo.sha256())
          ? Optional.empty()
          : Optional.of(
              new Difference(
                  found.path(),
                  Kind.DECAYED,
                  "its bytes have changed, and its size and time have not: look for a good copy"));
    }
  }

  private static Optional<Difference> changed(Path path, String reason, Object now, Object then) {
    return Optional.of(new Difference(path, Kind.CHANGED, reason.formatted(now, then)));
  }
}
