package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every config that imagedb supports, at full size and with random weights, against OpenCLIP
/// itself: pictures as the model sees them, vectors of pictures in each arithmetic, vectors of
/// sentences, and the time that both take.
///
/// `mvn verify -Pparity` runs it, which takes hours. What was measured stays in `target/parity`, so
/// that a run goes on where the last one ended; at its end stands `target/parity/table.md`.
/// `-Dparity.configs=REGEX` chooses configs, `-Dparity.python=FILE` another Python than the one
/// that the profile installs.
final class Parity {
  private static final Path OUT = Path.of("target/parity");
  private static final Path PICTURES = OUT.resolve("pictures");
  private static final Path MODEL = OUT.resolve("model");
  private static final Path ROWS = OUT.resolve("rows");
  private static final Pattern CHOSEN = Pattern.compile(System.getProperty("parity.configs", ".*"));
  private static final Gson GSON = new Gson();

  /// The worst cosine of ten that each arithmetic may give.
  private static final Map<Precision, Double> WORST =
      new TreeMap<>(Map.of(Precision.FP32, 0.9999, Precision.BF16, 0.999, Precision.INT8, 0.99));

  private static final long MOST_PIXELS = 1L << 30;

  private static final List<Row> rows = new ArrayList<>();
  private static List<RgbImage> pictures = List.of();
  private static Reference reference;

  /// What an arithmetic gave.
  ///
  /// @param cosine the worst of all pictures'
  /// @param milliseconds a picture
  record Measured(double cosine, double milliseconds) {}

  /// A line of the table.
  ///
  /// @param leftOut how many layers were taken, where not all
  /// @param count of the pictures whose vectors were compared
  /// @param share of the distance between two different pictures that fp32 was off at most: some
  ///   random networks see much the same in all pictures, where a cosine says little
  /// @param levels the largest difference in pixels, of 255
  /// @param sentences the worst cosine of ten
  /// @param referenceMs a picture, in fp32
  record Row(
      String config,
      String leftOut,
      int count,
      double share,
      double levels,
      Map<Precision, Measured> pictures,
      double sentences,
      double referenceMs) {}

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(ROWS);
    reference = Reference.start(OUT);
    try (Stream<Path> files = Files.list(PICTURES)) {
      pictures = files.sorted().map(Parity::decoded).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheReference() {
    return reference.configs().keySet().stream()
        .filter(name -> CHOSEN.matcher(name).matches())
        .filter(Parity::isSupported)
        .map(name -> dynamicTest(name, () -> check(name)));
  }

  private static boolean isSupported(String name) {
    JsonObject wrapped = new JsonObject();
    wrapped.add("model_cfg", reference.configs().get(name));
    try {
      ConfigReader.parse(name, wrapped.toString());
      return true;
    } catch (UserException _) {
      return false;
    }
  }

  private static void check(String name) throws IOException {
    Path kept = ROWS.resolve(name + ".json");
    if (!Files.exists(kept)) {
      Files.writeString(kept, GSON.toJson(measure(name)));
    }
    Row row = GSON.fromJson(Files.readString(kept), Row.class);
    rows.add(row);
    assertThat(row.levels()).as("levels").isLessThanOrEqualTo(1);
    assertThat(row.share()).as("share of a distance").isLessThan(0.05);
    assertThat(row.sentences()).as("sentences").isGreaterThan(0.9999);
    row.pictures()
        .forEach(
            (precision, measured) ->
                assertThat(measured.cosine())
                    .as(precision.name())
                    .isGreaterThan(WORST.getOrDefault(precision, 1.0)));
  }

  private static Row measure(String name) throws IOException {
    Reference.Answer answer = reference.answer(name);
    Reference.Expected expected = Reference.expected(MODEL);
    Map<Precision, Measured> measured = new TreeMap<>();
    double levels;
    double sentences;
    try (OpenClipModel model = open(Precision.FP32)) {
      levels = difference(pictures.stream().map(model::prepare).toList());
      sentences =
          worst(
              expected.sentences().keySet().stream().map(model::embedText).toList(),
              List.copyOf(expected.sentences().values()));
    }
    double share = 0;
    for (Precision precision : WORST.keySet()) {
      try (OpenClipModel model = open(precision)) {
        Measured one = measure(model, expected.pictures());
        measured.put(precision, one);
        share = precision == Precision.FP32 ? share(one, expected.pictures()) : share;
      }
    }
    return new Row(
        name,
        answer.leftOut(),
        expected.pictures().size(),
        share,
        levels,
        measured,
        sentences,
        answer.imageMs());
  }

  /// All cores for one call, as the reference has them, and laid out for many pictures.
  private static OpenClipModel open(Precision precision) {
    int cores = Runtime.getRuntime().availableProcessors();
    return OpenClipModel.open(MODEL, "parity", false, new EmbedderOptions(precision, cores, true));
  }

  /// The better of two runs, unless one takes long.
  private static Measured measure(OpenClipModel model, List<float[]> expected) {
    List<RgbImage> prepared = pictures.stream().limit(expected.size()).map(model::prepare).toList();
    model.embedImages(List.of(prepared.getFirst()));
    long best = Long.MAX_VALUE;
    float[][] vectors = {};
    for (int run = 0; run < 2 && (run == 0 || best < TimeUnit.SECONDS.toNanos(2)); run++) {
      long begin = System.nanoTime();
      vectors = model.embedImages(prepared);
      best = Math.min(best, System.nanoTime() - begin);
    }
    return new Measured(worst(List.of(vectors), expected), best / 1e6 / prepared.size());
  }

  private static double worst(List<float[]> vectors, List<float[]> expected) {
    double worst = 1;
    for (int i = 0; i < vectors.size(); i++) {
      worst = Math.min(worst, Vectors.cosine(vectors.get(i), expected.get(i)));
    }
    return worst;
  }

  private static double share(Measured measured, List<float[]> expected) {
    double apart = Vectors.cosine(expected.get(0), expected.get(1));
    return Math.sqrt((1 - measured.cosine()) / (1 - apart));
  }

  private static double difference(List<RgbImage> prepared) {
    try (Safetensors pixels = Safetensors.open(MODEL.resolve("expected.safetensors"))) {
      double largest = 0;
      for (int i = 0; i < prepared.size(); i++) {
        largest = Math.max(largest, difference(prepared.get(i), Reference.pixels(pixels, i)));
      }
      return largest;
    }
  }

  /// @param expected shape (3, side, side), 1 for white
  private static double difference(RgbImage prepared, float[] expected) {
    int area = prepared.width() * prepared.height();
    double largest = 0;
    for (int i = 0; i < area; i++) {
      for (int channel = 0; channel < 3; channel++) {
        int level = prepared.rgb()[3 * i + channel] & 0xff;
        largest = Math.max(largest, Math.abs(level - 255 * expected[channel * area + i]));
      }
    }
    return largest;
  }

  private static RgbImage decoded(Path picture) {
    try {
      return new ImageDecoder(MOST_PIXELS)
          .decode(
              Files.readAllBytes(picture), ImageFormat.PNG, Orientation.UPRIGHT, new Scale.Full())
          .pixels();
    } catch (IOException | UnreadableImageException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void tell() throws IOException {
    reference.close();
    List<String> lines = new ArrayList<>();
    lines.add("Reference: " + reference.versions() + ". Its times are in fp32.");
    lines.add("");
    lines.add(
        "| config | pixels | off | fp32 | bf16 | int8 | words | reference, ms | fp32 | bf16 | int8 |");
    lines.add("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    rows.forEach(row -> lines.add(line(row)));
    Files.write(OUT.resolve("table.md"), lines, UTF_8);
    lines.forEach(System.out::println);
  }

  private static String line(Row row) {
    String name =
        row.leftOut().isEmpty() ? row.config() : row.config() + " (" + row.leftOut() + ")";
    StringBuilder line = new StringBuilder("| " + name);
    line.append(String.format(Locale.ROOT, " | %.1f | %.0e", row.levels(), row.share()));
    row.pictures().values().forEach(m -> line.append(" | %.6f".formatted(m.cosine())));
    line.append(String.format(Locale.ROOT, " | %.6f | %.0f", row.sentences(), row.referenceMs()));
    row.pictures().values().forEach(m -> line.append(" | %.0f".formatted(m.milliseconds())));
    return line.append(" |").toString();
  }
}
