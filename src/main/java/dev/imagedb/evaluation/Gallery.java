package dev.imagedb.evaluation;

import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.StoredPhoto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All pictures that can be found by vector, in memory: thousands of topics are ranked in the time
/// that it takes to read the pictures from the index a few times. Safe for use by many threads.
final class Gallery {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Picture(Path path, float[] vector) {}

  /// Any would do; with always the same one, a run can be repeated.
  private static final long SEED = 20_080_904;

  private final List<Path> paths;
  private final float[][] vectors; // (pictures, dimension)

  private Gallery(List<Picture> pictures) {
    this.paths = pictures.stream().map(Picture::path).toList();
    this.vectors = pictures.stream().map(Picture::vector).toArray(float[][]::new);
  }

  /// Reads all vectors of a database: 4 bytes a number, 200 MB for 100,000 pictures.
  static Gallery of(PhotoReader photos) {
    try (Stream<StoredPhoto> all = photos.embedded()) {
      return new Gallery(
          all.map(stored -> new Picture(stored.photo().file().path(), stored.vector()))
              .sorted(Comparator.comparing(Picture::path))
              .toList());
    }
  }

  /// The same, without all other pictures.
  Gallery only(Set<Integer> pictures) {
    return new Gallery(
        IntStream.range(0, size())
            .filter(pictures::contains)
            .mapToObj(picture -> new Picture(paths.get(picture), vectors[picture]))
            .toList());
  }

  /// Some pictures' own vectors, always the same ones.
  ///
  /// @param count how many at most
  List<float[]> sample(int count) {
    List<float[]> shuffled = new ArrayList<>(List.of(vectors));
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled.stream().limit(count).toList();
  }

  int size() {
    return vectors.length;
  }

  /// The pictures' paths, in order; a picture is known by its place among them.
  List<Path> paths() {
    return paths;
  }

  float[] vector(int picture) {
    return vectors[picture];
  }

  /// All pictures, the nearest to a vector first: the order of an exact search, as far as the last
  /// bit of a score, in which two ways of adding up differ, does not decide. Equally near ones are
  /// in the order of their paths.
  int[] rank(float[] query) {
    long[] keys = new long[vectors.length];
    for (int picture = 0; picture < keys.length; picture++) {
      // Floats from 0 up are in the same order as their bits.
      long farness = (long) Integer.MAX_VALUE - Float.floatToIntBits(score(query, picture));
      keys[picture] = farness << Integer.SIZE | picture;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /// How near a picture is, 0 to 1: `(1 + cosine) / 2` in single precision, by which the index
  /// ranks.
  float score(float[] query, int picture) {
    float[] vector = vectors[picture];
    double cosine = 0;
    for (int i = 0; i < query.length; i++) {
      cosine += (double) query[i] * vector[i];
    }
    return Math.max(0, (1 + (float) cosine) / 2);
  }
}
