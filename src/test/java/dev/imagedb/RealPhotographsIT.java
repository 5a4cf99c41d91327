package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.hub.Hub;
import dev.imagedb.embed.hub.HubSettings;
import dev.imagedb.embed.models.ModelLoader;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.ingest.IndexProgress;
import dev.imagedb.ingest.IndexReport;
import dev.imagedb.ingest.IndexRequest;
import dev.imagedb.ingest.Indexer;
import dev.imagedb.photo.Photo;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.PictureQuery;
import dev.imagedb.search.Query;
import dev.imagedb.search.Searcher;
import dev.imagedb.source.PictureSource;
import dev.imagedb.source.SourceReader;
import dev.imagedb.store.Hit;
import dev.imagedb.store.HitList;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Selection;
import dev.imagedb.store.Words;
import dev.imagedb.store.lucene.LuceneStore;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// The built-in model on real photographs, which lie beside the project where they lie at all.
class RealPhotographsIT {
  private static final Path PHOTOS = Path.of("../shared/photos").toAbsolutePath().normalize();
  private static final ImageDecoder DECODER = new ImageDecoder(200_000_000);
  private static final SourceReader FILES = new SourceReader(InputStream.nullInputStream(), false);

  /// The model card's recall@10 over the captions of these pictures, in percent.
  private static final double CARD_RECALL = 52.8;

  @TempDir static Path folder;
  private static Embedder model;
  private static PhotoReader captioned;
  private static PhotoReader others;

  @BeforeAll
  static void indexPhotographs() {
    assumeTrue(Files.isDirectory(PHOTOS), "the photographs are not here: " + PHOTOS);
    model = open(Precision.FP32);
    captioned = indexed("captioned", model, PHOTOS.resolve("flickr8k"));
    others = indexed("others", model, PHOTOS.resolve("pets"), PHOTOS.resolve("exif"));
  }

  private static Embedder open(Precision precision) {
    HubSettings offline = HubSettings.of(Map.of("HF_HUB_OFFLINE", "1"), folder);
    ModelLoader loader =
        new ModelLoader(new Hub(offline), folder, (file, bytes, total) -> {}, notice -> {});
    return loader.open("builtin", false, EmbedderOptions.forManyPictures(precision));
  }

  private static PhotoReader indexed(String name, Embedder embedder, Path... roots) {
    LuceneStore store = new LuceneStore(folder.resolve(name));
    IndexReport report =
        new Indexer(store, () -> embedder, DECODER)
            .index(
                new IndexRequest(CrawlRequest.of(roots), false, true, false, 2),
                IndexProgress.SILENT,
                new Cancellation(),
                _ -> {});
    assertThat(report.added() + report.skipped().size()).isEqualTo(report.seen());
    return store.reader();
  }

  @AfterAll
  static void close() {
    if (model != null) {
      captioned.close();
      others.close();
      model.close();
    }
  }

  @Test
  void captionsFindTheirPicturesAsOftenAsTheModelCardSays(TestReporter report) throws IOException {
    double recall = recallInPercent(captioned);
    report.publishEntry("recall@10 in percent", Double.toString(recall));
    assertThat(recall).isCloseTo(CARD_RECALL, within(1.0));
  }

  @Test
  void captionsFindTheirPicturesAsOftenInInt8(TestReporter report) throws IOException {
    try (Embedder rounded = open(Precision.INT8);
        PhotoReader photos = indexed("rounded", rounded, PHOTOS.resolve("flickr8k"))) {
      double recall = recallInPercent(photos);
      report.publishEntry("recall@10 in int8 in percent", Double.toString(recall));
      assertThat(recall).isCloseTo(CARD_RECALL, within(1.0));
    }
  }

  private static double recallInPercent(PhotoReader photos) throws IOException {
    int found = 0;
    List<CSVRecord> captions = captions();
    for (CSVRecord caption : captions) {
      Path picture = PHOTOS.resolve("flickr8k").resolve(caption.get("image"));
      found += paths(search(photos, prompt(caption.get("caption")))).contains(picture) ? 1 : 0;
    }
    return 100.0 * found / captions.size();
  }

  @Test
  void aPictureFindsItselfFirst() throws IOException {
    for (Path pet : twentyPets()) {
      Hit first = search(others, image(pet)).hits().getFirst();
      assertThat(first.photo().file().path()).isEqualTo(pet);
      assertThat(first.score()).isGreaterThanOrEqualTo(0.999);
    }
  }

  @Test
  void aSmallerWorseCopyFindsItsOriginalFirst() throws IOException {
    for (Path pet : twentyPets()) {
      Hit first = search(others, image(halved(pet))).hits().getFirst();
      assertThat(first.photo().file().path()).isEqualTo(pet);
    }
  }

  @Test
  void allOrientationsOfAPictureAreTheSamePicture() {
    PictureQuery pictures = new PictureQuery(FILES, DECODER, false);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      Path picture = PHOTOS.resolve("orientation/Landscape_" + i + ".jpg");
      vectors.add(pictures.embed(new PictureSource.File(picture), model));
    }
    for (float[] one : vectors) {
      for (float[] other : vectors) {
        assertThat(cosine(one, other)).isGreaterThanOrEqualTo(0.98);
      }
    }
  }

  @Test
  void decodingAtAReducedScaleHardlyMovesAVector(TestReporter report) throws IOException {
    PictureQuery reduced = new PictureQuery(FILES, DECODER, /* fullDecode= */ false);
    PictureQuery whole = new PictureQuery(FILES, DECODER, /* fullDecode= */ true);
    double worst = 1;
    int pictures = 0;
    for (PictureSource jpeg : jpegs()) {
      Optional<float[]> vector = vector(whole, jpeg);
      Optional<float[]> other = vector(reduced, jpeg);
      assertThat(other.isPresent()).as("%s", jpeg).isEqualTo(vector.isPresent());
      if (vector.isPresent()) {
        worst = Math.min(worst, cosine(vector.get(), other.orElseThrow()));
        pictures++;
      }
    }
    report.publishEntry("worst cosine of " + pictures + " JPEGs", Double.toString(worst));
    assertThat(pictures).isGreaterThan(700);
    assertThat(worst).isGreaterThanOrEqualTo(0.995);
  }

  private static List<PictureSource> jpegs() throws IOException {
    try (Stream<Path> files = Files.walk(PHOTOS)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"))
          .sorted()
          .<PictureSource>map(PictureSource.File::new)
          .toList();
    }
  }

  /// Nothing where the picture is damaged.
  private static Optional<float[]> vector(PictureQuery pictures, PictureSource source) {
    try {
      return Optional.of(pictures.embed(source, model));
    } catch (UserException damaged) {
      return Optional.empty();
    }
  }

  @Test
  void aMakersNameFindsJustItsPictures() {
    Query canon = new Query(List.of(), List.of(new Words("Canon", 1)), Selection.best(200));
    List<Hit> hits = search(others, canon).hits();
    assertThat(hits).hasSizeGreaterThan(5);
    assertThat(hits)
        .allSatisfy(
            hit ->
                assertThat(hit.photo().metadata().toString() + hit.photo().file())
                    .containsIgnoringCase("canon"));
    try (Stream<Photo> all = others.all()) {
      assertThat(all.filter(photo -> "Canon".equals(photo.metadata().camera().make())))
          .isSubsetOf(hits.stream().map(Hit::photo).toList());
    }
  }

  private static HitList search(PhotoReader reader, Query query) {
    return new Searcher(reader, () -> model, new PictureQuery(FILES, DECODER, false)).search(query);
  }

  private static Query prompt(String words) {
    return new Query(
        List.of(new Likeness.Prompt(words, 1)), List.of(), Selection.best(10).exactly());
  }

  private static Query image(Path file) {
    return new Query(
        List.of(new Likeness.Image(new PictureSource.File(file), 1)),
        List.of(),
        Selection.best(3).exactly());
  }

  private static List<Path> paths(HitList list) {
    return list.hits().stream().map(hit -> hit.photo().file().path()).toList();
  }

  private static List<CSVRecord> captions() throws IOException {
    CSVFormat withHeader = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Path file = PHOTOS.resolve("flickr8k/captions.csv");
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, withHeader)) {
      return parser.getRecords();
    }
  }

  private static List<Path> twentyPets() throws IOException {
    try (Stream<Path> files = Files.list(PHOTOS.resolve("pets"))) {
      List<Path> pets = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
      return Stream.iterate(0, i -> i + 5).limit(20).map(pets::get).toList();
    }
  }

  /// The picture at half its size and a JPEG quality of 60.
  private static Path halved(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    int width = picture.getWidth() / 2;
    int height = picture.getHeight() / 2;
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = half.createGraphics();
    graphics.drawImage(
        picture.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    Path target = folder.resolve("half-" + file.getFileName());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(target.toFile())) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(0.6f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(half, null, null), quality);
    } finally {
      writer.dispose();
    }
    return target;
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
