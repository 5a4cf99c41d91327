package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.Plans.nearest;
import static dev.imagedb.store.lucene.Plans.nearestExactly;
import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.direction;
import static dev.imagedb.store.lucene.TestPhotos.dot;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static dev.imagedb.store.lucene.TestPhotos.unit;
import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.store.Hit;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorSearchTest {
  private static final int DIMENSION = 32;

  @TempDir private Path folder;

  @Test
  void comparesEveryLivingVectorInFull() {
    Random random = new Random(11);
    List<float[]> vectors = clustered(random, 3_000);
    LuceneStore store = new LuceneStore(folder.resolve("database"));
    write(store, vectors, /* commitEvery= */ 700);
    try (PhotoWriter writer = store.writer()) {
      IntStream.range(0, 3_000)
          .filter(i -> i % 3 == 0)
          .mapToObj(this::path)
          .forEach(writer::remove);
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      for (int q = 0; q < 20; q++) {
        float[] query = direction(random, DIMENSION);
        List<Integer> nearest =
            IntStream.range(0, 3_000)
                .filter(i -> i % 3 != 0)
                .boxed()
                .sorted(comparingDouble(i -> -dot(vectors.get(i), query)))
                .limit(25)
                .toList();
        List<Hit> hits = reader.search(nearest(query, 25)).hits();
        assertThat(hits).extracting(this::number).containsExactlyElementsOf(nearest);
        assertThat(hits.getLast().score())
            .isCloseTo(dot(vectors.get(nearest.getLast()), query), within(1e-6));
      }
    }
  }

  @Test
  void findsNearlyAllByGraphWhereThereAreMany() {
    Random random = new Random(12);
    List<float[]> vectors = clustered(random, 12_000);
    LuceneStore store = new LuceneStore(folder.resolve("database"), /* exactUpTo= */ 3_000);
    write(store, vectors, /* commitEvery= */ 6_000);

    try (PhotoReader reader = store.reader()) {
      assertThat(recall(reader, random, vectors.subList(0, 40), 0.3)).isGreaterThanOrEqualTo(0.99);
      assertThat(recall(reader, random, vectors.subList(0, 40), 3)).isGreaterThanOrEqualTo(0.98);
    }
  }

  @Test
  void walksTheGraphOnlyWhereItIsWorthIt() {
    VectorField field = new VectorField("0123abcd", DIMENSION);
    VectorSearch search = new VectorSearch(field, /* exactUpTo= */ 100_000);

    assertThat(search.walks(1_000_000, 20)).isTrue();
    assertThat(search.walks(1_000_000, 600_000)).isFalse();
    assertThat(search.walks(100_000, 20)).isFalse();
  }

  /// The share of the ten nearest pictures that the graph finds, for queries that lie off the
  /// pictures by so much noise.
  private double recall(PhotoReader reader, Random random, List<float[]> from, double noise) {
    int found = 0;
    for (float[] picture : from) {
      float[] query = near(random, picture, noise);
      Set<Integer> wanted = numbers(reader, query, true);
      wanted.retainAll(numbers(reader, query, false));
      found += wanted.size();
    }
    return found / (10.0 * from.size());
  }

  private Set<Integer> numbers(PhotoReader reader, float[] query, boolean exact) {
    Set<Integer> numbers = new HashSet<>();
    reader
        .search(exact ? nearestExactly(query, 10) : nearest(query, 10))
        .hits()
        .forEach(hit -> numbers.add(number(hit)));
    return numbers;
  }

  private void write(LuceneStore store, List<float[]> vectors, int commitEvery) {
    try (PhotoWriter writer = store.writer(space("test", DIMENSION), false)) {
      for (int i = 0; i < vectors.size(); i++) {
        writer.put(bare(path(i)), vectors.get(i));
        if (i % commitEvery == commitEvery - 1) {
          writer.commit();
        }
      }
      writer.commit();
    }
  }

  private Path path(int number) {
    return folder.resolve(number + ".jpg");
  }

  private int number(Hit hit) {
    String name = String.valueOf(hit.photo().file().path().getFileName());
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  /// Vectors around a hundred centres, as photographs of a hundred kinds of things would lie.
  private static List<float[]> clustered(Random random, int count) {
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      centres.add(direction(random, DIMENSION));
    }
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vectors.add(near(random, centres.get(i % centres.size()), 0.8));
    }
    return vectors;
  }

  private static float[] near(Random random, float[] centre, double noise) {
    float[] off = direction(random, DIMENSION);
    for (int i = 0; i < DIMENSION; i++) {
      off[i] = (float) (centre[i] + noise * off[i]);
    }
    return unit(off);
  }
}
