package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.hub.Hub;
import dev.imagedb.embed.hub.HubSettings;
import dev.imagedb.embed.models.ModelLoader;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.ingest.IndexProgress;
import dev.imagedb.ingest.IndexRequest;
import dev.imagedb.ingest.Indexer;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Relevance;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// The cutoff on queries that its constants were not fitted on, against the best fixed cosine and
/// the best fixed length there are for just these queries. `src/test/reference/fit_relevance.py`
/// tells how the queries are made; it fits on the others of them.
class RelevanceOnPhotographsIT {
  private static final Path PHOTOS =
      Path.of("../shared/photos/flickr8k").toAbsolutePath().normalize();

  /// The built-in model's `logit_scale`, as a factor.
  private static final double TEMPERATURE = 16.635;

  @TempDir static Path folder;
  private static final List<Asked> CAPTIONS = new ArrayList<>();
  private static final List<Asked> CONCEPTS = new ArrayList<>();
  private static final List<Asked> NOTHING = new ArrayList<>();

  /// A query with its answer: the cosine of each picture, and whether it belongs.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Asked(float[] cosines, boolean[] belongs) {

    double f1(double cutoff) {
      int kept = 0;
      int right = 0;
      int all = 0;
      for (int i = 0; i < cosines.length; i++) {
        kept += cosines[i] >= cutoff ? 1 : 0;
        right += cosines[i] >= cutoff && belongs[i] ? 1 : 0;
        all += belongs[i] ? 1 : 0;
      }
      return 2.0 * right / (kept + all);
    }

    double f1OfBest(int count) {
      float[] ascending = cosines.clone();
      Arrays.sort(ascending);
      return f1(ascending[ascending.length - count]);
    }

    double f1OfRelevance() {
      return f1(relevance().cutoff());
    }

    Relevance relevance() {
      return Relevance.of(cosines, TEMPERATURE);
    }
  }

  @BeforeAll
  static void askHeldOutQueries() throws IOException {
    assumeTrue(Files.isDirectory(PHOTOS), "the photographs are not here: " + PHOTOS);
    HubSettings offline = HubSettings.of(Map.of("HF_HUB_OFFLINE", "1"), folder);
    ModelLoader loader =
        new ModelLoader(new Hub(offline), folder, (file, bytes, total) -> {}, notice -> {});
    try (Embedder model =
            loader.open("builtin", false, EmbedderOptions.forManyPictures(Precision.FP32));
        PhotoReader reader = indexed(model)) {
      ask(model, vectors(reader));
    }
  }

  @Test
  void beatsTheBestFixedThresholdAndTheBestFixedLengthOnCaptions(TestReporter report) {
    assertBeatsWhatIsFixed("captions", report, List.of(CAPTIONS));
  }

  @Test
  void beatsThemWhereCaptionsAndConceptsAreAsked(TestReporter report) {
    assertBeatsWhatIsFixed("captions and concepts", report, List.of(CAPTIONS, CONCEPTS));
  }

  @Test
  void givesFewPicturesWhereNoneBelongs() {
    assertThat(NOTHING).hasSize(12);
    assertThat(NOTHING.stream().mapToInt(query -> query.relevance().kept()).average().orElseThrow())
        .isLessThan(12);
  }

  private static void assertBeatsWhatIsFixed(
      String name, TestReporter report, List<List<Asked>> kinds) {
    double ours = mean(kinds, Asked::f1OfRelevance);
    double length = best(IntStream.rangeClosed(1, 60), kinds, Asked::f1OfBest);
    double threshold =
        best(IntStream.range(0, 800), kinds, (query, step) -> query.f1(step / 1000.0));
    report.publishEntry(
        name,
        String.format(
            Locale.ROOT,
            "F1 %.4f, best fixed length %.4f, best fixed threshold %.4f",
            ours,
            length,
            threshold));
    assertThat(ours).isGreaterThan(length).isGreaterThan(threshold);
  }

  private interface FixedRule {
    double f1(Asked query, int setting);
  }

  private static double best(IntStream settings, List<List<Asked>> kinds, FixedRule rule) {
    return settings
        .mapToDouble(setting -> mean(kinds, query -> rule.f1(query, setting)))
        .max()
        .orElseThrow();
  }

  /// The mean over kinds of the mean over their queries.
  private static double mean(List<List<Asked>> kinds, ToDoubleFunction<Asked> f1) {
    DoubleStream means =
        kinds.stream().mapToDouble(kind -> kind.stream().mapToDouble(f1).average().orElseThrow());
    return means.average().orElseThrow();
  }

  private static PhotoReader indexed(Embedder model) {
    LuceneStore store = new LuceneStore(folder.resolve("captioned"));
    new Indexer(store, () -> model, new ImageDecoder(200_000_000))
        .index(
            new IndexRequest(CrawlRequest.of(PHOTOS), false, true, false, 2),
            IndexProgress.SILENT,
            new Cancellation(),
            _ -> {});
    return store.reader();
  }

  /// By file name, in its order.
  private static SortedMap<String, float[]> vectors(PhotoReader reader) throws IOException {
    SortedMap<String, float[]> vectors = new TreeMap<>();
    try (Stream<Path> files = Files.list(PHOTOS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jpg")).toList()) {
        vectors.put(file.getFileName().toString(), reader.stored(file).orElseThrow().vector());
      }
    }
    return vectors;
  }

  private static void ask(Embedder model, SortedMap<String, float[]> vectors) throws IOException {
    List<String> names = List.copyOf(vectors.keySet());
    List<CSVRecord> captions = records(PHOTOS.resolve("captions.csv"));
    for (CSVRecord caption : captions) {
      int own = names.indexOf(caption.get("image"));
      if (own % 2 == 1) {
        boolean[] belongs = new boolean[names.size()];
        belongs[own] = true;
        CAPTIONS.add(asked(model, caption.get("caption"), vectors, belongs));
      }
    }
    List<CSVRecord> concepts =
        records(Path.of("src/test/resources/dev/imagedb/store/concepts.csv"));
    for (int i = 1; i < concepts.size(); i += 2) {
      boolean[] belongs = showing(concepts.get(i).get("words"), captions, names);
      List<Asked> kind =
          IntStream.range(0, belongs.length).anyMatch(n -> belongs[n]) ? CONCEPTS : NOTHING;
      kind.add(asked(model, concepts.get(i).get("prompt"), vectors, belongs));
    }
  }

  private static Asked asked(
      Embedder model, String prompt, SortedMap<String, float[]> vectors, boolean[] belongs) {
    float[] query = model.embedText(prompt);
    float[] cosines = new float[belongs.length];
    int picture = 0;
    for (float[] vector : vectors.values()) {
      for (int i = 0; i < query.length; i++) {
        cosines[picture] += query[i] * vector[i];
      }
      picture++;
    }
    return new Asked(cosines, belongs);
  }

  /// Which pictures have two captions or more with a word of each group.
  private static boolean[] showing(String groups, List<CSVRecord> captions, List<String> names) {
    int[] said = new int[names.size()];
    for (CSVRecord caption : captions) {
      Set<String> words =
          Set.copyOf(List.of(caption.get("caption").toLowerCase(Locale.ROOT).split("[^a-z]+", -1)));
      boolean all =
          Stream.of(groups.split(" & ", -1))
              .allMatch(
                  group ->
                      !group.isEmpty()
                          && Stream.of(group.split("\\|", -1)).anyMatch(words::contains));
      said[names.indexOf(caption.get("image"))] += all ? 1 : 0;
    }
    boolean[] showing = new boolean[said.length];
    for (int i = 0; i < said.length; i++) {
      showing[i] = said[i] >= 2;
    }
    return showing;
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    CSVFormat withHeader = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, withHeader)) {
      return parser.getRecords();
    }
  }
}
