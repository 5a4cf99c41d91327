package dev.imagedb.evaluation;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.lucene.LuceneStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A database of pictures that are nothing but a name and a vector.
record TestLibrary(Path folder, LuceneStore store) {

  static VectorSpace space(int dimension) {
    return new VectorSpace("toy", "ab", dimension, "as it is");
  }

  /// @param vectors by the pictures' names, relative to the folder
  static TestLibrary of(Path folder, int dimension, Map<String, float[]> vectors) {
    LuceneStore store = new LuceneStore(folder.resolve("db"));
    try (PhotoWriter writer = store.writer(space(dimension), false)) {
      vectors.forEach((name, vector) -> writer.put(photo(folder.resolve(name)), vector));
      writer.commit();
    }
    return new TestLibrary(folder, store);
  }

  Gallery gallery() {
    try (PhotoReader reader = store.reader()) {
      return Gallery.of(reader);
    }
  }

  /// The names of pictures, by their places in the gallery.
  static List<String> names(Gallery gallery, int... pictures) {
    return Arrays.stream(pictures)
        .mapToObj(picture -> String.valueOf(gallery.paths().get(picture).getFileName()))
        .toList();
  }

  private static Photo photo(Path path) {
    FileFacts file = new FileFacts(path, 1, Instant.EPOCH);
    return new Photo(
        file, "00".repeat(32), ImageFormat.JPEG, null, Metadata.NONE, null, List.of(), null);
  }
}
