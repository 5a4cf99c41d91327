package dev.imagedb.store.lucene;

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
import dev.imagedb.store.Filter;
import dev.imagedb.store.Filter.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every filter finds what looking at each of 500 random pictures finds.
class FilterQueryTest {
  private static final int PICTURES = 500;
  private static final LocalDateTime FIRST = LocalDateTime.parse("2018-01-01T00:00");
  private static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "JPG", "png", "tif", "gif");
  private static final List<Camera> CAMERAS =
      List.of(
          Camera.UNKNOWN,
          new Camera("FUJIFILM", "FinePix X100V", "Fujinon 23mm f/2"),
          new Camera("Canon", "Canon EOS 5D Mark II", "EF50mm f/1.8"),
          new Camera("NIKON CORPORATION", "NIKON D750", "50.0 mm f/1.4"),
          new Camera("Apple", "iPhone 12", null));

  @TempDir private static Path folder;
  private static List<Photo> photos;
  private static Findable findable;

  @BeforeAll
  static void write() {
    Random random = new Random(7);
    photos = IntStream.range(0, PICTURES).mapToObj(number -> photo(random, number)).toList();
    findable = Findable.of(folder.resolve("database"), photos);
  }

  @AfterAll
  static void close() throws IOException {
    findable.close();
  }

  private static Photo photo(Random random, int number) {
    String name = "%03d.%s".formatted(number, EXTENSIONS.get(random.nextInt(EXTENSIONS.size())));
    Path path = folder.resolve("photos").resolve(name);
    return new Photo(
        new FileFacts(path, 1_000, TestPhotos.MODIFIED),
        TestPhotos.sha256(number),
        ImageFormat.JPEG,
        random.nextInt(10) == 0 ? null : dimensions(random),
        metadata(random),
        null,
        List.of(),
        null);
  }

  private static Dimensions dimensions(Random random) {
    int width = 200 + random.nextInt(10);
    return random.nextBoolean()
        ? new Dimensions(width, 200 + random.nextInt(10))
        : new Dimensions(10 * width, 1_000 + random.nextInt(2_000));
  }

  private static Metadata metadata(Random random) {
    return new Metadata(
        random.nextInt(5) == 0
            ? null
            : new CaptureTime(FIRST.plusHours(random.nextInt(24 * 365 * 4)), ZoneOffset.ofHours(9)),
        CAMERAS.get(random.nextInt(CAMERAS.size())),
        Exposure.UNKNOWN,
        random.nextInt(5) == 0
            ? null
            : new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180), null),
        rated(random.nextBoolean() ? null : random.nextInt(-1, 6)),
        Orientation.UPRIGHT,
        List.of(),
        List.of());
  }

  private static Description rated(@Nullable Integer rating) {
    return new Description(null, null, List.of(), rating, null, null, null, null);
  }

  @ParameterizedTest
  @CsvSource({"2019-01-01T00:00, 2020-01-01T00:00", "2019-06-01T00:00,", ", 2019-06-01T12:00"})
  void findsWhatWasTakenInATime(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {
    assertAgrees(
        new Filter.Taken(from, until),
        photo -> {
          CaptureTime taken = photo.metadata().taken();
          return taken != null
              && (from == null || !taken.local().isBefore(from))
              && (until == null || taken.local().isBefore(until));
        });
  }

  @Test
  void countsATimesFirstMomentAndNotItsLast() {
    LocalDateTime taken =
        photos.stream()
            .map(photo -> photo.metadata().taken())
            .filter(time -> time != null)
            .findFirst()
            .orElseThrow()
            .local();
    assertThat(found(new Filter.Taken(taken, taken.plusSeconds(1)))).isNotEmpty();
    assertThat(found(new Filter.Taken(taken.minusSeconds(1), taken))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "48.85, 2.29, 2500",
    "-33.86, 151.2, 3000",
    "0, 180, 2500",
    "89.9, 0, 2000",
    "-10, -179, 5000"
  })
  void findsWhatWasTakenNearAPlace(double latitude, double longitude, double kilometres) {
    assertAgrees(
        new Filter.Near(latitude, longitude, kilometres * 1_000),
        photo -> {
          Place place = photo.metadata().place();
          return place != null && kilometres(place, latitude, longitude) <= kilometres;
        });
  }

  /// By the haversine formula, on a sphere of the earth's mean radius.
  private static double kilometres(Place place, double latitude, double longitude) {
    double north = Math.toRadians(latitude - place.latitude()) / 2;
    double east = Math.toRadians(longitude - place.longitude()) / 2;
    double cosines =
        Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(place.latitude()));
    double chord = Math.pow(Math.sin(north), 2) + cosines * Math.pow(Math.sin(east), 2);
    return 2 * 6_371.008_771_4 * Math.asin(Math.sqrt(chord));
  }

  @ParameterizedTest
  @CsvSource({"-40, 100, 10, 160", "30, -20, 75, 60", "-60, 150, 60, -150", "-90, -180, 90, 180"})
  void findsWhatWasTakenInABox(double south, double west, double north, double east) {
    assertAgrees(
        new Filter.Box(south, west, north, east),
        photo -> {
          Place place = photo.metadata().place();
          return place != null
              && south <= place.latitude()
              && place.latitude() <= north
              && (west <= east
                  ? west <= place.longitude() && place.longitude() <= east
                  : west <= place.longitude() || place.longitude() <= east);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "X100V, FinePix X100V",
    "fujifilm x100v, FinePix X100V",
    "x100, FinePix X100V",
    "canon 5d, Canon EOS 5D Mark II",
    "5D canon, Canon EOS 5D Mark II",
    "Nikon D750, NIKON D750",
    "D-750, NIKON D750",
    "i phone, iPhone 12",
    "apple iphone, iPhone 12",
    "nikon 5d, none",
    "X10, none",
    "..., none"
  })
  void findsACameraByTheWordsOfItsNames(String words, String model) {
    assertAgreesEvenIfNone(
        new Filter.Camera(words), photo -> model.equals(photo.metadata().camera().model()));
  }

  @ParameterizedTest
  @CsvSource({
    "fujinon, Fujinon 23mm f/2",
    "EF50mm, EF50mm f/1.8",
    "50mm 1.8, EF50mm f/1.8",
    "85mm, none"
  })
  void findsALensByTheWordsOfItsName(String words, String lens) {
    assertAgreesEvenIfNone(
        new Filter.Lens(words), photo -> lens.equals(photo.metadata().camera().lens()));
  }

  @ParameterizedTest
  @CsvSource({"jpg, jpg|jpeg|JPG", "jpeg, jpg|jpeg|JPG", "tiff, tif", "png, png"})
  void findsAnExtensionWhateverItsSpelling(String wanted, String spellings) {
    assertAgrees(
        new Filter.Extension(Set.of(wanted)),
        photo -> name(photo).matches(".*\\.(" + spellings + ")"));
  }

  @Test
  void findsAnyOfSeveralExtensions() {
    assertAgrees(
        new Filter.Extension(Set.of("png", "gif")), photo -> name(photo).matches(".*\\.(png|gif)"));
  }

  @ParameterizedTest
  @CsvSource({"205, 0", "0, 1500", "2000, 2000"})
  void findsWhatIsLargeEnough(int width, int height) {
    assertAgrees(
        new Filter.Size(width, height),
        photo ->
            photo.dimensions() != null
                && photo.dimensions().width() >= width
                && photo.dimensions().height() >= height);
  }

  @ParameterizedTest
  @EnumSource
  void findsAShape(Shape shape) {
    assertAgrees(
        new Filter.Shaped(shape),
        photo -> photo.dimensions() != null && shape == shape(photo.dimensions()));
  }

  private static Shape shape(Dimensions upright) {
    double longer = Math.max(upright.width(), upright.height());
    double shorter = Math.min(upright.width(), upright.height());
    if (longer / shorter <= 1.01) {
      return Shape.SQUARE;
    }
    return upright.width() > upright.height() ? Shape.LANDSCAPE : Shape.PORTRAIT;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void findsWhatIsRatedSoOrBetter(int least) {
    assertAgrees(
        new Filter.Rated(least),
        photo -> {
          Integer rating = photo.metadata().description().rating();
          return rating != null && rating >= least;
        });
  }

  @Test
  void findsWhatAQueryFinds() {
    assertAgrees(
        new Filter.Where("camera:X100V AND taken:2019"),
        photo ->
            "FinePix X100V".equals(photo.metadata().camera().model())
                && photo.metadata().taken() != null
                && photo.metadata().taken().local().getYear() == 2019);
  }

  private static void assertAgrees(Filter filter, Predicate<Photo> wanted) {
    assertAgreesEvenIfNone(filter, wanted);
    assertThat(found(filter)).as("no test, were nothing wanted").isNotEmpty();
  }

  private static void assertAgreesEvenIfNone(Filter filter, Predicate<Photo> wanted) {
    assertThat(found(filter))
        .isEqualTo(photos.stream().filter(wanted).map(FilterQueryTest::name).sorted().toList());
  }

  private static List<String> found(Filter filter) {
    return findable.names(FilterQuery.of(filter, findable.pathKeys()));
  }

  private static String name(Photo photo) {
    return String.valueOf(photo.file().path().getFileName());
  }
}
