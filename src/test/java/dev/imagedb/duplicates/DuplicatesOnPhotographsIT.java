package dev.imagedb.duplicates;

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
import dev.imagedb.store.StoredPhoto;
import dev.imagedb.store.lucene.LuceneStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Copies of every kind of 100 photographs, among 400 others and 100 bursts of two frames.
///
/// A file's name tells what it is: `SOURCE.KIND.jpg`, and the originals are of the kind `original`.
class DuplicatesOnPhotographsIT {
  private static final Path PHOTOS = Path.of("../shared/photos").toAbsolutePath().normalize();
  private static final String ORIGINAL = "original";

  @TempDir static Path folder;
  private static final Map<String, Integer> made = new TreeMap<>();
  private static List<DuplicateGroup> groups = List.of();

  @BeforeAll
  static void findAmongCopiesAndBursts() throws IOException {
    assumeTrue(Files.isDirectory(PHOTOS), "the photographs are not here: " + PHOTOS);
    List<Path> photographs = pictures("flickr8k");
    for (int i = 0; i < photographs.size(); i++) {
      keep(photographs.get(i), ORIGINAL, Files.readAllBytes(photographs.get(i)));
      if (i % 5 == 0) {
        copy(photographs.get(i));
      }
    }
    for (Path pet : pictures("pets")) {
      burst(pet);
    }
    index();
    try (PhotoReader reader = new LuceneStore(folder.resolve("db")).reader();
        Stream<StoredPhoto> embedded = reader.embedded()) {
      groups = DuplicateFinder.near(embedded.map(Picture::of), 0.7);
    }
  }

  @Test
  void callsHardlyAnythingACopyThatIsNone(TestReporter report) {
    List<String> found = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (DuplicateGroup group : groups) {
      for (Duplicate duplicate : group.duplicates()) {
        found.add(name(duplicate.picture()));
        if (!isCopy(group.keeper(), duplicate.picture())) {
          wrong.add(name(group.keeper()) + " = " + name(duplicate.picture()));
        }
      }
    }
    double precision = 1 - (double) wrong.size() / found.size();
    report.publishEntry("precision", precision + " of " + found.size() + ", wrong: " + wrong);
    assertThat(precision).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void findsTheCopiesOfEveryKind(TestReporter report) {
    Map<String, Double> recall = new TreeMap<>();
    made.forEach((kind, count) -> recall.put(kind, (double) foundOf(kind) / count));
    report.publishEntry(recall.toString());
    assertThat(recall).isNotEmpty().allSatisfy((_, share) -> assertThat(share).isGreaterThan(0.97));
  }

  @Test
  void keepsTheFramesOfABurstApart(TestReporter report) {
    Map<Boolean, Long> joined =
        groups.stream()
            .flatMap(group -> group.duplicates().stream().map(twin -> kinds(group, twin)))
            .filter(kinds -> kinds.contains("frame-"))
            .collect(
                Collectors.partitioningBy(
                    kinds -> kinds.contains("frame-right"), Collectors.counting()));
    report.publishEntry("frames taken for copies, by whether the camera moved", joined.toString());
    assertThat(joined.get(true)).as("of a camera that moved").isLessThanOrEqualTo(1);
    assertThat(joined.get(false)).as("of a subject that moved").isLessThanOrEqualTo(10);
  }

  private static String kinds(DuplicateGroup group, Duplicate twin) {
    return name(group.keeper()) + " " + name(twin.picture());
  }

  private static long foundOf(String kind) {
    return groups.stream()
        .flatMap(
            group ->
                group.duplicates().stream()
                    .filter(duplicate -> isCopy(group.keeper(), duplicate.picture())))
        .filter(duplicate -> name(duplicate.picture()).endsWith("." + kind + ".jpg"))
        .count();
  }

  /// Frames of a burst are copies of nothing.
  private static boolean isCopy(Picture keeper, Picture other) {
    return source(keeper).equals(source(other)) && !name(other).contains(".frame-");
  }

  private static String source(Picture picture) {
    return name(picture).split("\\.", 2)[0];
  }

  private static String name(Picture picture) {
    return picture.file().path().getFileName().toString();
  }

  private static void copy(Path photograph) throws IOException {
    BufferedImage picture = ImageIO.read(photograph.toFile());
    made(photograph, "encoded-at-40", Darkroom.jpeg(picture, 0.4));
    made(photograph, "half-size", Darkroom.jpeg(Darkroom.smaller(picture, 2), 0.8));
    made(photograph, "quarter-size", Darkroom.jpeg(Darkroom.smaller(picture, 4), 0.8));
    made(photograph, "eighth-size", Darkroom.jpeg(Darkroom.smaller(picture, 8), 0.8));
    made(photograph, "left-cropped", cropped(picture, 0.05, 0, 0, 0));
    made(photograph, "top-cropped", cropped(picture, 0, 0.05, 0, 0));
    made(photograph, "corner-cropped", cropped(picture, 0, 0, 0.05, 0.05));
    made(photograph, "cropped-all-round", cropped(picture, 0.05, 0.05, 0.05, 0.05));
    made(photograph, "turned-by-exif", Darkroom.turnedByExif(picture, 0.8));
    made(photograph, "watermarked", Darkroom.jpeg(Darkroom.watermarked(picture), 0.8));
    made(photograph, "labelled", Darkroom.jpeg(Darkroom.labelled(picture), 0.8));
    made(photograph, "brighter", Darkroom.jpeg(Darkroom.brighter(picture), 0.8));
  }

  private static byte[] cropped(
      BufferedImage picture, double left, double top, double right, double bottom)
      throws IOException {
    return Darkroom.jpeg(Darkroom.cropped(picture, left, top, right, bottom), 0.8);
  }

  private static void burst(Path photograph) throws IOException {
    BufferedImage picture = ImageIO.read(photograph.toFile());
    BufferedImage left = Darkroom.cropped(picture, 0, 0.02, 0.1, 0);
    keep(photograph, "frame-left", Darkroom.jpeg(left, 0.9));
    keep(photograph, "frame-right", cropped(picture, 0.1, 0, 0, 0.02));
    keep(photograph, "frame-moved", Darkroom.jpeg(Darkroom.subjectMoved(left), 0.9));
  }

  private static void made(Path photograph, String kind, byte[] jpeg) throws IOException {
    made.merge(kind, 1, Integer::sum);
    keep(photograph, kind, jpeg);
  }

  private static void keep(Path photograph, String kind, byte[] jpeg) throws IOException {
    String source = photograph.getFileName().toString().replace(".jpg", "");
    Path album = Files.createDirectories(folder.resolve("album"));
    Files.write(album.resolve(source + "." + kind + ".jpg"), jpeg);
  }

  private static List<Path> pictures(String name) throws IOException {
    try (Stream<Path> files = Files.list(PHOTOS.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  private static void index() {
    HubSettings offline = HubSettings.of(Map.of("HF_HUB_OFFLINE", "1"), folder);
    ModelLoader loader =
        new ModelLoader(new Hub(offline), folder, (file, bytes, total) -> {}, notice -> {});
    LuceneStore store = new LuceneStore(folder.resolve("db"));
    CrawlRequest album = CrawlRequest.of(folder.resolve("album"));
    try (Embedder model =
        loader.open("builtin", false, EmbedderOptions.forManyPictures(Precision.FP32))) {
      new Indexer(store, () -> model, new ImageDecoder(200_000_000))
          .index(
              new IndexRequest(album, false, true, false, 2),
              IndexProgress.SILENT,
              new Cancellation(),
              _ -> {});
    }
  }
}
