package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.direction;
import static dev.imagedb.store.lucene.TestPhotos.dot;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static dev.imagedb.store.lucene.TestPhotos.unit;
import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.Direction;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Hit;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What passes a filter is ranked as if nothing else were there: of the ten nearest such pictures
/// among 200,000, nearly all are found, whether all are compared or a graph is walked.
///
/// The pictures lie in a thousand clusters, and the questions, as words do, in another region of
/// the sphere. A picture's sensitivity says nothing about where it lies; its rating is the number
/// of its cluster, and clusters are numbered towards the questions.
class FilteredRecallIT {
  private static final int PICTURES = 200_000;
  private static final int CLUSTERS = 1_000;
  private static final int DIMENSION = 64;
  private static final int QUESTIONS = 25;
  private static final int NEAREST = 10;

  /// Cosines are compared in another order of additions here than in the store.
  private static final double ROUNDING = 1e-6;

  @TempDir private static Path folder;

  private static final Random RANDOM = new Random(2_000);
  private static final float[] REGION = direction(RANDOM, DIMENSION);
  private static final List<float[]> CENTRES = centres();
  private static final float[][] VECTORS = new float[PICTURES][];
  private static final int[] SENSITIVITIES = shuffled();

  @BeforeAll
  static void writePictures() throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      VECTORS[i] = near(RANDOM, CENTRES.get(i % CLUSTERS), 1);
    }
    try (PhotoWriter writer = new LuceneStore(folder).writer(space("test", DIMENSION), false)) {
      for (int i = 0; i < PICTURES; i++) {
        writer.put(photo(i), VECTORS[i]);
      }
      writer.commit();
    }
    mergeIntoOneGraph();
  }

  private static void mergeIntoOneGraph() throws IOException {
    try (Directory directory = new DatabaseFolder(folder).open();
        IndexWriter index = new IndexWriter(directory, WriterSettings.of(PICTURES / 2))) {
      index.forceMerge(1);
    }
  }

  /// The bound on comparing all is the default of 100,000 pictures first, and then so low that only
  /// the last filter stays below it.
  @ParameterizedTest
  @CsvSource({
    "100000, 75", "100000, 50", "100000, 5", "100000, 0.1",
    "5000, 75", "5000, 50", "5000, 5", "5000, 0.1"
  })
  void staysHighWhereAFilterHasNothingToDoWithTheQuestion(int exactUpTo, double percent) {
    int count = (int) (PICTURES * percent / 100);
    Filter filter = new Filter.Where("iso:[* TO %d}".formatted(count));

    double recall = recall(exactUpTo, filter, i -> SENSITIVITIES[i] < count);

    assertHigh(recall, exactUpTo, percent);
  }

  @ParameterizedTest
  @CsvSource({
    "100000, 75", "100000, 50", "100000, 5", "100000, 0.1",
    "5000, 75", "5000, 50", "5000, 5", "5000, 0.1"
  })
  void staysHighWhereAFilterRemovesWhatIsNearest(int exactUpTo, double percent) {
    int clusters = (int) (CLUSTERS * percent / 100);
    Filter filter = new Filter.Where("rating:[* TO %d}".formatted(clusters));

    double recall = recall(exactUpTo, filter, i -> i % CLUSTERS < clusters);

    assertHigh(recall, exactUpTo, percent);
  }

  private static void assertHigh(double recall, int exactUpTo, double percent) {
    assertThat(recall)
        .as("recall@10 where %s %% pass and up to %,d are all compared", percent, exactUpTo)
        .isGreaterThanOrEqualTo(0.99);
  }

  /// For questions that lie beside clusters of the last quarter.
  private static double recall(int exactUpTo, Filter filter, IntPredicate passes) {
    Random random = new Random(3);
    int found = 0;
    try (PhotoReader reader = new LuceneStore(folder, exactUpTo).reader()) {
      for (int i = 0; i < QUESTIONS; i++) {
        float[] question =
            near(random, CENTRES.get(CLUSTERS - 1 - random.nextInt(CLUSTERS / 4)), -0.5);
        double least = leastOfNearest(question, passes);
        found +=
            (int)
                hits(reader, question, filter)
                    .filter(hit -> passes.test(number(hit)))
                    .filter(hit -> dot(VECTORS[number(hit)], question) >= least - ROUNDING)
                    .count();
      }
    }
    return (double) found / (QUESTIONS * NEAREST);
  }

  private static double leastOfNearest(float[] question, IntPredicate passes) {
    double[] cosines =
        IntStream.range(0, PICTURES)
            .filter(passes)
            .mapToDouble(i -> dot(VECTORS[i], question))
            .sorted()
            .toArray();
    return cosines[cosines.length - NEAREST];
  }

  private static Stream<Hit> hits(PhotoReader reader, float[] question, Filter filter) {
    Selection selection = Selection.best(NEAREST).passing(List.of(filter));
    return reader.search(new Plan(Direction.of(question), List.of(), selection)).hits().stream();
  }

  private static int number(Hit hit) {
    return Integer.parseInt(String.valueOf(hit.photo().file().path().getFileName()));
  }

  private static Photo photo(int number) {
    Description description =
        new Description(null, null, List.of(), number % CLUSTERS, null, null, null, null);
    return TestPhotos.with(
        folder.resolve(Integer.toString(number)),
        new Metadata(
            null,
            Camera.UNKNOWN,
            new Exposure(SENSITIVITIES[number], null, null, null),
            null,
            description,
            Orientation.UPRIGHT,
            List.of(),
            List.of()));
  }

  /// In the order of their first numbers.
  private static List<float[]> centres() {
    return Stream.generate(() -> direction(RANDOM, DIMENSION))
        .limit(CLUSTERS)
        .sorted(comparingDouble(centre -> centre[0]))
        .toList();
  }

  /// Every number below [#PICTURES] once.
  private static int[] shuffled() {
    long[] drawn = new long[PICTURES];
    Arrays.setAll(drawn, i -> ((long) RANDOM.nextInt() << 32) | i);
    return Arrays.stream(drawn).sorted().mapToInt(each -> (int) each).toArray();
  }

  /// @param region how far towards the pictures' own region of the sphere
  private static float[] near(Random random, float[] centre, double region) {
    float[] noise = direction(random, DIMENSION);
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) (centre[i] + 0.8 * noise[i] + region * REGION[i]);
    }
    return unit(vector);
  }
}
