package dev.imagedb.search;

import dev.imagedb.embed.Embedder;
import dev.imagedb.fault.UserException;
import dev.imagedb.search.Likeness.Embedded;
import dev.imagedb.search.Likeness.Image;
import dev.imagedb.search.Likeness.Prompt;
import dev.imagedb.search.Likeness.Stored;
import dev.imagedb.source.PictureSource;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.StoredPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Makes vectors of all that the hits shall be like and unlike, and of these vectors one: their
/// weighted sum, brought back to unit length.
///
/// @param embedder of the database's own space; asked for only where a part needs it
record QueryVector(PhotoReader photos, Supplier<Embedder> embedder, PictureQuery pictures) {
  /// A sum shorter than this is rounding, and points nowhere.
  private static final double NOTHING_LEFT = 1e-5;

  /// One vector for all parts, unit length.
  ///
  /// @param vectors of the parts, at least one
  static float[] sum(List<Likeness> parts, List<float[]> vectors) {
    double[] sum = new double[vectors.getFirst().length];
    for (int part = 0; part < parts.size(); part++) {
      float[] vector = vectors.get(part);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += parts.get(part).weight() * vector[i];
      }
    }
    return unit(sum);
  }

  /// The unit vector of a part.
  float[] of(Likeness part) {
    return switch (part) {
      case Image(PictureSource source, double _) -> pictures.embed(source, embedder.get());
      case Prompt(String words, double _) -> embedder.get().embedText(words);
      case Stored(Path path, double _) -> stored(path);
      case Embedded(String _, float[] vector, double _) -> vector;
    };
  }

  private float[] stored(Path path) {
    return photos
        .stored(path)
        .map(StoredPhoto::vector)
        .orElseThrow(
            () ->
                UserException.failed(
                    "the database has no vector of " + path,
                    "search with the file itself: --image " + path));
  }

  private static float[] unit(double[] sum) {
    double square = 0;
    for (double number : sum) {
      square += number * number;
    }
    double length = Math.sqrt(square);
    if (length < NOTHING_LEFT) {
      throw UserException.usage(
          "what is asked for and what is subtracted are the same", "leave one of them out");
    }
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / length);
    }
    return unit;
  }
}
