package dev.imagedb.store.lucene;

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
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/// A library of 100,000 pictures as people have them: ten years, ten cameras, ten places, stars on
/// some of them, and captions in which one word stands in half of them, one in a tenth and one in a
/// hundredth.
final class BenchmarkLibrary {
  static final int DIMENSION = 512;
  static final Place FIRST_PLACE = new Place(45, 5, null);

  private static final int PICTURES = 100_000;
  private static final int MINUTES_OF_TEN_YEARS = 3_650 * 24 * 60;
  private static final LocalDateTime START = LocalDateTime.parse("2014-01-01T00:00");
  private static final List<String> MAKES = List.of("FUJIFILM", "Canon", "NIKON", "SONY", "Leica");
  private static final List<Integer> SPEEDS = List.of(100, 200, 400, 800, 1_600, 3_200);

  private final Random random = new Random(100);

  /// The library in `target`, which is made where it is not there yet.
  static PhotoStore store() {
    PhotoStore store = new LuceneStore(Path.of("target", "benchmark-library").toAbsolutePath());
    if (!store.exists()) {
      new BenchmarkLibrary().fill(store);
    }
    return store;
  }

  private void fill(PhotoStore store) {
    try (PhotoWriter writer = store.writer(TestPhotos.space("random", DIMENSION), false)) {
      for (int i = 0; i < PICTURES; i++) {
        writer.put(photo(i), TestPhotos.direction(random, DIMENSION));
      }
      writer.commit();
    }
  }

  private Photo photo(int number) {
    LocalDateTime taken = START.plusMinutes(random.nextInt(MINUTES_OF_TEN_YEARS));
    String path =
        "/photos/%d/%02d/%d.%s"
            .formatted(
                taken.getYear(),
                taken.getMonthValue(),
                number,
                random.nextInt(10) == 0 ? "png" : "jpg");
    return new Photo(
        new FileFacts(Path.of(path), random.nextInt(20_000_000), TestPhotos.MODIFIED),
        TestPhotos.sha256(number),
        ImageFormat.JPEG,
        random.nextBoolean() ? new Dimensions(6000, 4000) : new Dimensions(4000, 6000),
        metadata(taken),
        null,
        List.of(),
        null);
  }

  private Metadata metadata(LocalDateTime taken) {
    int make = random.nextInt(MAKES.size());
    return new Metadata(
        new CaptureTime(taken, ZoneOffset.UTC),
        new Camera(MAKES.get(make), "Model " + (2 * make + random.nextInt(2)), "35mm f/2"),
        new Exposure(SPEEDS.get(random.nextInt(SPEEDS.size())), 2.8, 0.01, 35.0),
        place(),
        description(),
        Orientation.UPRIGHT,
        List.of(),
        List.of());
  }

  /// Ten places a degree apart, each some ten kilometres wide.
  private Place place() {
    return new Place(
        FIRST_PLACE.latitude() + random.nextInt(10) + 0.05 * random.nextGaussian(),
        FIRST_PLACE.longitude() + 0.05 * random.nextGaussian(),
        null);
  }

  private Description description() {
    String caption =
        (random.nextInt(2) == 0 ? "half " : "")
            + (random.nextInt(10) == 0 ? "tenth " : "")
            + (random.nextInt(100) == 0 ? "hundredth " : "")
            + "picture number%d".formatted(random.nextInt(1_000));
    Integer stars = random.nextInt(5) == 0 ? 1 + random.nextInt(5) : null;
    return new Description(null, caption, List.of(), stars, null, null, null, null);
  }
}
