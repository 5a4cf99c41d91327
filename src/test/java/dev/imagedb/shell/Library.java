package dev.imagedb.shell;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.lucene.LuceneStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/// A database to which pictures can be added, each as far from the first as it was added later.
final class Library {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");

  private final Path folder;
  private int pictures;

  /// @param folder that the pictures lie in, and the database in `db`
  Library(Path folder) {
    this.folder = folder;
  }

  PhotoStore store() {
    return new LuceneStore(folder.resolve("db"));
  }

  /// Adds a picture, and commits.
  void add(String name, String camera, String keyword) {
    double angle = Math.toRadians(pictures++);
    try (PhotoWriter writer = store().writer(SPACE, false)) {
      writer.put(
          photo(name, camera, keyword),
          new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
      writer.commit();
    }
  }

  private Photo photo(String name, String camera, String keyword) {
    Metadata metadata =
        new Metadata(
            new CaptureTime(LocalDateTime.of(2019, 7, 1, 12, 0), null),
            new Camera("Maker", camera, null),
            new Exposure(null, null, null, null),
            null,
            new Description(null, null, List.of(keyword), null, null, null, null, null),
            Orientation.UPRIGHT,
            List.of(),
            List.of());
    return new Photo(
        new FileFacts(folder.resolve(name), 1_000, Instant.EPOCH),
        "%064x".formatted(pictures),
        ImageFormat.JPEG,
        new Dimensions(640, 480),
        metadata,
        null,
        List.of(),
        null);
  }
}
