package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.direction;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.imagedb.photo.Place;
import dev.imagedb.photo.Tag;
import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Direction;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Fusion;
import dev.imagedb.store.Hit;
import dev.imagedb.store.HitList;
import dev.imagedb.store.Order;
import dev.imagedb.store.Page;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import dev.imagedb.store.Words;
import dev.imagedb.store.lucene.SearchOracle.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of question with every filter in every order, over a thousand pictures, against
/// [SearchOracle]: the same pictures in the same order, to the last one.
class SearchAgainstOracleTest {
  private static final int PICTURES = 1_000;
  private static final int DIMENSION = 16;
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(2015, 1, 1, 0, 0);
  private static final List<String> CAMERAS = List.of("Alpha One", "Beta X100V", "Gamma");
  private static final List<String> WORDS = List.of("boat", "snow", "river", "market");

  @TempDir private static Path folder;
  private static final List<Picture> LIBRARY = new ArrayList<>();
  private static @Nullable PhotoReader reader;

  @BeforeAll
  static void keepAThousandPictures() {
    Random random = new Random(3);
    LuceneStore store = new LuceneStore(folder.resolve("database"));
    try (PhotoWriter writer = store.writer(TestPhotos.space("oracle", DIMENSION), false)) {
      for (int i = 0; i < PICTURES; i++) {
        Picture picture = picture(random, i);
        LIBRARY.add(picture);
        writer.put(picture.photo(), picture.vector());
        if (i % 300 == 299) {
          writer.commit();
        }
      }
      writer.commit();
    }
    reader = store.reader();
  }

  @AfterAll
  static void close() {
    reader().close();
  }

  private static PhotoReader reader() {
    if (reader == null) {
      throw new IllegalStateException("not open yet");
    }
    return reader;
  }

  /// Some vectors are there several times, so that paths must decide.
  private static Picture picture(Random random, int number) {
    float[] vector =
        number > 10 && random.nextInt(5) == 0
            ? LIBRARY.get(random.nextInt(number)).vector()
            : direction(random, DIMENSION);
    String name = "%s/p%04d.%s".formatted(one(random, "a", "ab", "b/c"), number, extension(random));
    FileFacts file =
        new FileFacts(
            folder.resolve(name),
            100 + random.nextInt(50),
            TestPhotos.MODIFIED.plusSeconds(random.nextInt(200)));
    Dimensions size = new Dimensions(400 + 100 * random.nextInt(4), 400 + 100 * random.nextInt(4));
    return new Picture(
        new Photo(
            file,
            TestPhotos.sha256(number),
            ImageFormat.JPEG,
            size,
            metadata(random),
            null,
            List.of(),
            null),
        vector);
  }

  private static String extension(Random random) {
    return one(random, "jpg", "JPEG", "png", "webp");
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static Metadata metadata(Random random) {
    Description words =
        new Description(
            null, null, List.of(), rarely(random, random.nextInt(6)), null, null, null, null);
    List<Tag> tags =
        WORDS.stream()
            .filter(_ -> random.nextInt(3) == 0)
            .map(word -> new Tag("XMP", "note", word))
            .toList();
    return new Metadata(
        rarely(random, taken(random)),
        new Camera(
            "Maker",
            rarely(random, CAMERAS.get(random.nextInt(3))),
            one(random, "50mm", "Macro 100mm")),
        new Exposure(100 << random.nextInt(6), null, null, null),
        rarely(random, new Place(random.nextDouble(-80, 80), random.nextDouble(-180, 180), null)),
        words,
        Orientation.UPRIGHT,
        tags,
        List.of());
  }

  private static CaptureTime taken(Random random) {
    LocalDateTime local = LONG_AGO.plus(Duration.ofHours(random.nextInt(24 * 365 * 8) / 24 * 24L));
    return new CaptureTime(local, random.nextBoolean() ? ZoneOffset.ofHours(9) : null);
  }

  private static <T> @Nullable T rarely(Random random, T value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  /// Every filter, and what it means.
  private static Map<Filter, Predicate<Photo>> filters() {
    LocalDateTime from = LocalDateTime.of(2017, 3, 1, 0, 0);
    LocalDateTime until = LocalDateTime.of(2019, 1, 1, 0, 0);
    Map<Filter, Predicate<Photo>> filters = new LinkedHashMap<>();
    filters.put(new Filter.Taken(from, until), photo -> isIn(photo, from, until));
    filters.put(new Filter.Taken(null, from), photo -> isIn(photo, LocalDateTime.MIN, from));
    filters.put(
        new Filter.Near(10, 20, 4_000_000), photo -> metresFrom(photo, 10, 20) <= 4_000_000);
    filters.put(
        new Filter.Box(-30, 150, 40, -120),
        photo -> isPlaced(photo, -30, 40) && (longitude(photo) >= 150 || longitude(photo) <= -120));
    filters.put(new Filter.Camera("maker x100v"), photo -> "Beta X100V".equals(camera(photo)));
    filters.put(
        new Filter.Lens("macro"), photo -> "Macro 100mm".equals(photo.metadata().camera().lens()));
    filters.put(
        new Filter.Extension(Set.of("jpg")),
        photo -> photo.file().path().toString().matches(".*\\.(jpg|JPEG)"));
    filters.put(
        new Filter.Under(List.of(folder.resolve("a"))),
        photo -> photo.file().path().startsWith(folder.resolve("a")));
    filters.put(new Filter.Size(600, 0), photo -> dimensions(photo).width() >= 600);
    filters.put(
        new Filter.Shaped(Filter.Shape.PORTRAIT),
        photo -> dimensions(photo).width() < dimensions(photo).height());
    filters.put(
        new Filter.Shaped(Filter.Shape.SQUARE),
        photo -> dimensions(photo).width() == dimensions(photo).height());
    filters.put(new Filter.Rated(4), photo -> rating(photo) >= 4);
    filters.put(
        new Filter.Where("iso:[800 TO *] AND NOT ext:png"),
        photo -> iso(photo) >= 800 && !photo.file().path().toString().endsWith("png"));
    filters.put(new Filter.Where("taken:[2017-03 TO 2018]"), photo -> isIn(photo, from, until));
    return filters;
  }

  private static boolean isIn(Photo photo, LocalDateTime from, LocalDateTime until) {
    CaptureTime taken = photo.metadata().taken();
    return taken != null && !taken.local().isBefore(from) && taken.local().isBefore(until);
  }

  private static boolean isPlaced(Photo photo, double south, double north) {
    Place place = photo.metadata().place();
    return place != null && place.latitude() >= south && place.latitude() <= north;
  }

  private static double longitude(Photo photo) {
    Place place = photo.metadata().place();
    return place == null ? Double.NaN : place.longitude();
  }

  private static double metresFrom(Photo photo, double latitude, double longitude) {
    Place place = photo.metadata().place();
    if (place == null) {
      return Double.NaN;
    }
    double up = Math.toRadians(place.latitude() - latitude);
    double along = Math.toRadians(place.longitude() - longitude);
    double haversine =
        Math.pow(Math.sin(up / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(place.latitude()))
                * Math.pow(Math.sin(along / 2), 2);
    return 2 * 6_371_008.8 * Math.asin(Math.sqrt(haversine));
  }

  private static @Nullable String camera(Photo photo) {
    return photo.metadata().camera().model();
  }

  private static Dimensions dimensions(Photo photo) {
    Dimensions dimensions = photo.dimensions();
    return dimensions == null ? new Dimensions(1, 1) : dimensions;
  }

  private static int rating(Photo photo) {
    Integer rating = photo.metadata().description().rating();
    return rating == null ? 0 : rating;
  }

  private static int iso(Photo photo) {
    Integer iso = photo.metadata().exposure().iso();
    return iso == null ? 0 : iso;
  }

  static Stream<List<Filter>> everyFilter() {
    List<Filter> all = List.copyOf(filters().keySet());
    Stream<List<Filter>> pairs =
        Stream.of(List.of(all.getFirst(), all.getLast()), List.of(all.get(4), all.get(9)));
    return Stream.of(Stream.of(List.<Filter>of()), all.stream().map(List::of), pairs)
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("everyFilter")
  void agreesForEveryQuestionInEveryOrder(List<Filter> filters) {
    SearchOracle oracle = oracle(filters);
    for (Plan question : questions()) {
      for (Selection selection : selections(question.selection().passing(filters))) {
        Plan plan = new Plan(question.vector(), question.texts(), selection);
        HitList found = reader().search(plan);
        assertThat(found.hits())
            .as(plan::toString)
            .extracting(hit -> hit.photo().file().path())
            .containsExactlyElementsOf(oracle.page(plan));
        assertThat(found.total()).as(plan::toString).isEqualTo(oracle.count(plan));
        assertThat(reader().count(plan)).isEqualTo(found.total());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyFilter")
  void findsSomethingThroughEveryFilter(List<Filter> filters) {
    Plan all = new Plan(null, List.of(), Selection.best(PICTURES).passing(filters));

    assertThat(reader().search(all).hits()).isNotEmpty();
  }

  /// By vector, by words, by both in three ways, and by neither.
  private static List<Plan> questions() {
    Direction north = new Direction(direction(new Random(77), DIMENSION), 1, 20);
    Direction twice = new Direction(direction(new Random(78), DIMENSION), 2, 0);
    List<Words> boat = List.of(new Words("boat", 1));
    List<Words> both = List.of(new Words("boat", 1), new Words("snow", 3));
    Selection ten = Selection.best(10).exactly();
    return List.of(
        new Plan(north, List.of(), ten),
        new Plan(null, boat, ten),
        new Plan(null, both, ten),
        new Plan(north, boat, ten),
        new Plan(twice, both, ten),
        new Plan(twice, boat, ten.fusedBy(Fusion.SUM)),
        new Plan(north, boat, ten.fusedBy(Fusion.FILTER)),
        new Plan(null, List.of(), ten));
  }

  private static List<Selection> selections(Selection base) {
    List<Selection> all = new ArrayList<>();
    for (Order.Key key : Order.Key.values()) {
      for (boolean reversed : List.of(false, true)) {
        Selection ordered = base.inOrder(new Order(key, reversed));
        all.add(ordered);
        all.add(ordered.at(new Page(7, 25)));
        all.add(ordered.endingAt(new Cutoff.LeastScore(0.25)));
        all.add(ordered.endingAt(new Cutoff.Relevant()).at(new Page(2, 100)));
      }
    }
    all.add(base.at(Page.first(PICTURES)));
    return all;
  }

  private SearchOracle oracle(List<Filter> filters) {
    Map<Filter, Predicate<Photo>> meanings = filters();
    Predicate<Photo> passes =
        photo ->
            filters.stream()
                .allMatch(filter -> meanings.getOrDefault(filter, _ -> false).test(photo));
    Map<List<Words>, Map<Path, Double>> known = new HashMap<>();
    return new SearchOracle(
        LIBRARY, texts -> known.computeIfAbsent(texts, SearchAgainstOracleTest::bm25), passes);
  }

  /// What the store itself scores without anything else asked for, after a look at who matches.
  private static Map<Path, Double> bm25(List<Words> texts) {
    if (texts.isEmpty()) {
      return Map.of();
    }
    Plan words = new Plan(null, texts, Selection.best(PICTURES));
    Map<Path, Double> scores = new HashMap<>();
    for (Hit hit : reader().search(words).hits()) {
      scores.put(hit.photo().file().path(), hit.score());
    }
    assertThat(scores.keySet())
        .containsExactlyInAnyOrderElementsOf(
            LIBRARY.stream()
                .map(Picture::photo)
                .filter(photo -> texts.stream().allMatch(word -> hasTag(photo, word.text())))
                .map(photo -> photo.file().path())
                .toList());
    return scores;
  }

  private static boolean hasTag(Photo photo, String word) {
    return photo.metadata().tags().stream().anyMatch(tag -> tag.value().equals(word));
  }
}
