package dev.imagedb.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.embed.Temperature;
import dev.imagedb.embed.WordBook;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.PictureQuery;
import dev.imagedb.search.Query;
import dev.imagedb.search.Searcher;
import dev.imagedb.source.SourceReader;
import dev.imagedb.store.Hit;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Selection;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
  private static final int DIMENSION = 24;
  private static final int PICTURES = 60;

  @TempDir Path folder;

  /// Every third picture has a twin with the same vector, so that there are ties, too.
  @Test
  void ranksAsAnExactSearchDoes() {
    Random random = new Random(5);
    Map<String, float[]> vectors = new LinkedHashMap<>();
    for (int i = 0; i < PICTURES; i++) {
      float[] vector = direction(random);
      vectors.put("p" + (PICTURES - i) + ".jpg", vector);
      if (i % 3 == 0) {
        vectors.put("twin/p" + i + ".jpg", vector);
      }
    }
    TestLibrary library = TestLibrary.of(folder, DIMENSION, vectors);
    Gallery gallery = library.gallery();

    for (int query = 0; query < 20; query++) {
      float[] words = direction(random);
      List<Path> ranked = IntStream.of(gallery.rank(words)).mapToObj(gallery.paths()::get).toList();
      List<Hit> hits = search(library, words);
      assertThat(ranked).hasSize(80).isEqualTo(hits.stream().map(GalleryTest::path).toList());
      assertThat(2.0 * gallery.score(words, gallery.rank(words)[0]) - 1)
          .isCloseTo(hits.getFirst().score(), within(1e-6));
    }
  }

  @Test
  void drawsTheSameSampleEveryTime() {
    Random random = new Random(6);
    Map<String, float[]> vectors = new LinkedHashMap<>();
    IntStream.range(0, 30).forEach(i -> vectors.put(i + ".jpg", direction(random)));
    Gallery gallery = TestLibrary.of(folder, DIMENSION, vectors).gallery();

    assertThat(gallery.sample(7)).hasSize(7).doesNotHaveDuplicates().isEqualTo(gallery.sample(7));
    assertThat(gallery.sample(100)).hasSize(30);
  }

  private static List<Hit> search(TestLibrary library, float[] words) {
    WordBook book =
        new WordBook(
            TestLibrary.space(DIMENSION), new Temperature(100, null), Map.of("words", words));
    Query query =
        new Query(
            List.of(new Likeness.Prompt("words", 1)), List.of(), Selection.best(100).exactly());
    try (PhotoReader reader = library.store().reader()) {
      PictureQuery pictures =
          new PictureQuery(
              new SourceReader(InputStream.nullInputStream(), false), new ImageDecoder(1), true);
      return new Searcher(reader, () -> book, pictures).search(query).hits();
    }
  }

  private static Path path(Hit hit) {
    return hit.photo().file().path();
  }

  private static float[] direction(Random random) {
    double[] numbers =
        IntStream.range(0, DIMENSION).mapToDouble(_ -> random.nextGaussian()).toArray();
    double length =
        Math.sqrt(IntStream.range(0, DIMENSION).mapToDouble(i -> numbers[i] * numbers[i]).sum());
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) (numbers[i] / length);
    }
    return vector;
  }
}
