package dev.imagedb.search;

import dev.imagedb.embed.Embedder;
import dev.imagedb.fault.UserException;
import dev.imagedb.search.Likeness.Image;
import dev.imagedb.search.Likeness.Prompt;
import dev.imagedb.search.Likeness.Stored;
import dev.imagedb.source.PictureSource;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.StoredPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Makes one vector of all that the hits shall be like and unlike: the weighted sum of the parts'
/// unit vectors, brought back to unit length.
///
/// @param embedder of the database's own space; asked for only where a part needs it
record QueryVector(PhotoReader photos, Supplier<Embedder> embedder, PictureQuery pictures) {
  /// A sum shorter than this is rounding, and points nowhere.
  private static final double NOTHING_LEFT = 1e-5;

  /// The vector of at least one part, unit length.
  float[] of(List<Likeness> parts) {
    double[] sum = {};
    for (Likeness part : parts) {
      float[] vector = vector(part);
      if (sum.length == 0) {
        sum = new double[vector.length];
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part.weight() * vector[i];
      }
    }
    return unit(sum);
  }

  private float[] vector(Likeness part) {
    return switch (part) {
      case Image(PictureSource source, double _) -> pictures.embed(source, embedder.get());
      case Prompt(String words, double _) -> embedder.get().embedText(words);
      case Stored(Path path, double _) -> stored(path);
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
