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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;

/// A library of pictures as people have them: ten years, ten cameras, ten places, stars on some of
/// them, and captions in which one word stands in half of them, one in a tenth and one in a
/// hundredth. Their vectors lie as CLIP's do. Every picture is made from its number alone.
final class BenchmarkLibrary {
  static final int DIMENSION = ClipLikeVectors.DIMENSION;
  static final Place FIRST_PLACE = new Place(45, 5, null);

  private static final int POLL_MILLIS = 100;
  private static final int MINUTES_OF_TEN_YEARS = 3_650 * 24 * 60;
  private static final LocalDateTime START = LocalDateTime.parse("2014-01-01T00:00");
  private static final List<String> MAKES = List.of("FUJIFILM", "Canon", "NIKON", "SONY", "Leica");
  private static final List<Integer> SPEEDS = List.of(100, 200, 400, 800, 1_600, 3_200);

  private final int pictures;
  private final ClipLikeVectors vectors = new ClipLikeVectors();

  /// @param pictures how many it holds
  BenchmarkLibrary(int pictures) {
    this.pictures = pictures;
  }

  int pictures() {
    return pictures;
  }

  /// The library in `target`, which is made where it is not there yet.
  PhotoStore store() {
    if (!Files.exists(made())) {
      making(make());
    }
    return new LuceneStore(folder());
  }

  /// What making it took.
  ///
  /// @param written seconds until all pictures were committed
  /// @param merged seconds that merges, and the graphs that they build, went on after that
  record Making(double written, double merged) {}

  /// What it took when the library was made.
  Making making() {
    store();
    try {
      List<String> seconds = Files.readAllLines(made());
      return new Making(
          Double.parseDouble(seconds.getFirst()), Double.parseDouble(seconds.getLast()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void making(Making making) {
    try {
      Files.writeString(made(), making.written() + "\n" + making.merged() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The database's.
  Path folder() {
    return Path.of("target", "benchmark-library", Integer.toString(pictures)).toAbsolutePath();
  }

  /// Written last, so that what was broken off is not taken for a library.
  private Path made() {
    return folder().resolveSibling(pictures + ".seconds");
  }

  /// What somebody asks for.
  float[] prompt(int number) {
    return vectors.prompt(number);
  }

  /// Writes with as many threads as an indexing run has.
  private Making make() {
    long start = System.nanoTime();
    PhotoWriter writer =
        new LuceneStore(folder()).writer(TestPhotos.space("random", DIMENSION), false);
    long written;
    try (writer) {
      IntStream.range(0, pictures)
          .parallel()
          .forEach(number -> writer.put(photo(number), vectors.picture(number)));
      writer.commit();
      written = System.nanoTime();
    }
    settle();
    return new Making((written - start) / 1e9, (System.nanoTime() - written) / 1e9);
  }

  /// Merges on until there is nothing to merge, as a run has done that takes hours: a writer that
  /// is being closed only ends the merges that have begun.
  private void settle() {
    try (Directory directory = new DatabaseFolder(folder()).open();
        IndexWriter index =
            new IndexWriter(directory, WriterSettings.of(VectorSearch.EXACT_UP_TO))) {
      index.maybeMerge();
      while (index.hasPendingMerges() || !index.getMergingSegments().isEmpty()) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Photo photo(int number) {
    SplittableRandom random = new SplittableRandom(number);
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
        metadata(taken, random),
        null,
        List.of(),
        null);
  }

  private static Metadata metadata(LocalDateTime taken, SplittableRandom random) {
    int make = random.nextInt(MAKES.size());
    return new Metadata(
        new CaptureTime(taken, ZoneOffset.UTC),
        new Camera(MAKES.get(make), "Model " + (2 * make + random.nextInt(2)), "35mm f/2"),
        new Exposure(SPEEDS.get(random.nextInt(SPEEDS.size())), 2.8, 0.01, 35.0),
        place(random),
        description(random),
        Orientation.UPRIGHT,
        List.of(),
        List.of());
  }

  /// Ten places a degree apart, each some ten kilometres wide.
  private static Place place(SplittableRandom random) {
    return new Place(
        FIRST_PLACE.latitude() + random.nextInt(10) + 0.05 * random.nextGaussian(),
        FIRST_PLACE.longitude() + 0.05 * random.nextGaussian(),
        null);
  }

  private static Description description(SplittableRandom random) {
    String caption =
        (random.nextInt(2) == 0 ? "half " : "")
            + (random.nextInt(10) == 0 ? "tenth " : "")
            + (random.nextInt(100) == 0 ? "hundredth " : "")
            + "picture number%d".formatted(random.nextInt(1_000));
    Integer stars = random.nextInt(5) == 0 ? 1 + random.nextInt(5) : null;
    return new Description(null, caption, List.of(), stars, null, null, null, null);
  }
}
