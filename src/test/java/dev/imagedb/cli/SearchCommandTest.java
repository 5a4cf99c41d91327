package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.lucene.LuceneStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be asked of five pictures without a model: filters, orders, pages, counts, reasons.
class SearchCommandTest {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");

  @TempDir static Path home;

  @BeforeAll
  static void keepFivePictures() {
    try (PhotoWriter writer = new LuceneStore(home.resolve("db")).writer(SPACE, false)) {
      put(writer, "fair/boat.jpg", 0, "FinePix X100V", "2019-07-01T12:00", 200, 4);
      put(writer, "fair/bridge.jpg", 20, "FinePix X100V", "2020-06-30T23:59", 800, 5);
      put(writer, "fair/crowd.jpg", 40, "EOS 5D", "2020-07-01T00:00", 1600, null);
      put(writer, "home/cat.png", 60, "EOS 5D", "2021-01-01T08:30", 3200, 2);
      put(writer, "home/dog.png", 80, "EOS 5D", "2018-12-31T10:00", 100, null);
      writer.commit();
    }
  }

  private static void put(
      PhotoWriter writer,
      String name,
      int degrees,
      String camera,
      String taken,
      int iso,
      @Nullable Integer rating) {
    Metadata metadata =
        new Metadata(
            new CaptureTime(LocalDateTime.parse(taken), null),
            new Camera("Maker", camera, null),
            new Exposure(iso, null, null, null),
            null,
            new Description(null, null, List.of(), rating, null, null, null, null),
            Orientation.UPRIGHT,
            List.of(),
            List.of());
    double angle = Math.toRadians(degrees);
    writer.put(
        new Photo(
            new FileFacts(home.resolve(name), 1_000 + degrees, Instant.EPOCH),
            "00".repeat(32),
            ImageFormat.JPEG,
            new Dimensions(600, 400 + 5 * degrees),
            metadata,
            null,
            List.of(),
            null),
        new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
  }

  @Test
  void listsWhatPassesFiltersWithoutAScore() {
    assertThat(search("--camera", "x100v"))
        .isEqualTo(
            """
            #  path                size  taken             camera
            1  fair/boat.jpg    600x400  2019-07-01 12:00  Maker FinePix X100V
            2  fair/bridge.jpg  600x500  2020-06-30 23:59  Maker FinePix X100V
            """);
  }

  @Test
  void takesLucenesLanguageForRangesOfNumbersAndDates() {
    assertThat(names("--where", "taken:[2019 TO 2020-06] AND iso:[800 TO *] AND camera:\"X100V\""))
        .containsExactly("bridge.jpg");
    assertThat(names("--where", "NOT ext:png", "--where", "rating:*"))
        .containsExactly("boat.jpg", "bridge.jpg");
  }

  @Test
  void takesAllThatTheFiltersLeave() {
    assertThat(names("--after", "2020", "--before", "2021")).hasSize(2);
    assertThat(names("--on", "2020-07")).containsExactly("crowd.jpg");
    assertThat(names("--under", "home", "--rating", "2")).containsExactly("cat.png");
    assertThat(names("--portrait")).containsExactly("cat.png", "dog.png");
    assertThat(names("--square")).containsExactly("crowd.jpg");
    assertThat(names("--min-width", "700")).isEmpty();
  }

  @Test
  void putsEverythingInOrder() {
    assertThat(names("--sort", "taken", "-k", "2")).containsExactly("cat.png", "crowd.jpg");
    assertThat(names("--sort", "taken", "--reverse", "-k", "1")).containsExactly("dog.png");
    assertThat(names("--sort", "rating"))
        .containsExactly("bridge.jpg", "boat.jpg", "cat.png", "crowd.jpg", "dog.png");
    assertThat(names("--sort", "path", "--reverse", "-k", "1")).containsExactly("dog.png");
    assertThat(names("--sort", "size", "-k", "1")).containsExactly("dog.png");
  }

  @Test
  void turnsPages() {
    assertThat(names("--like", "fair/boat.jpg", "-k", "2", "--page", "2"))
        .containsExactly("crowd.jpg", "cat.png");
    assertThat(names("--like", "fair/boat.jpg", "-k", "2", "--offset", "1"))
        .containsExactly("bridge.jpg", "crowd.jpg");
    JsonObject first =
        JsonParser.parseString(
                search("--like", "fair/boat.jpg", "-k", "1", "--page", "3", "--jsonl"))
            .getAsJsonObject();
    assertThat(first.get("rank").getAsInt()).isEqualTo(3);
  }

  @Test
  void refusesAPageThatIsNotThere() {
    run("--like", "fair/boat.jpg", "--offset", "5")
        .failed(
            1,
            "imagedb: --offset 5 is past the end: 5 match",
            "  try: --offset 0 for the first of them");
    assertThat(run("--camera", "eos", "--offset", "1", "--page", "2").exit()).isEqualTo(2);
  }

  @Test
  void ordersTheRelevantOnesByDate() {
    assertThat(names("--like", "fair/boat.jpg", "--min-score", "0.7", "--sort", "taken"))
        .containsExactly("crowd.jpg", "bridge.jpg", "boat.jpg");
    assertThat(names("--like", "fair/boat.jpg", "--relevant", "--sort", "taken"))
        .contains("boat.jpg");
  }

  @Test
  void ordersEachPageOfAListWithoutAnEnd() {
    assertThat(names("--like", "fair/boat.jpg", "-k", "3", "--sort", "taken"))
        .containsExactly("crowd.jpg", "bridge.jpg", "boat.jpg");
  }

  @Test
  void countsWhatMatches() {
    assertThat(search("--count")).isEqualTo("5\n");
    assertThat(search("--camera", "eos", "--count", "--json")).isEqualTo("{\"count\":3}\n");
    assertThat(search("--text", "fair -boat", "--count")).isEqualTo("2\n");
  }

  @Test
  void countsByFacets() {
    assertThat(search("--facet", "camera,year", "--sort", "path", "-k", "2"))
        .isEqualTo(
            """
            camera
              EOS 5D         3
              FinePix X100V  2
            year
              2020      2
              2018      1
              … 2 more  -k 1000 shows them
            """);
    assertThat(search("--facet", "rating", "--ext", "jpg", "--csv"))
        .isEqualTo("facet,value,count\nrating,4,1\nrating,5,1\n");
    JsonObject ratings =
        JsonParser.parseString(search("--facet", "rating", "--json")).getAsJsonObject();
    assertThat(ratings.getAsJsonObject("rating").get("without").getAsInt()).isEqualTo(2);
  }

  @Test
  void explainsAHit() {
    JsonObject second =
        JsonParser.parseString(
                search(
                    "--like",
                    "fair/boat.jpg^2",
                    "--text",
                    "bridge",
                    "--explain",
                    "-k",
                    "1",
                    "--jsonl"))
            .getAsJsonObject()
            .getAsJsonObject("explain");
    JsonObject vector = second.getAsJsonObject("vector");
    assertThat(vector.get("rank").getAsInt()).isEqualTo(2);
    assertThat(vector.get("weight").getAsDouble()).isEqualTo(2);
    assertThat(second.getAsJsonObject("text").get("weight").getAsDouble()).isEqualTo(1);
    assertThat(second.get("probability").getAsDouble()).isBetween(0.0, 1.0);
    JsonObject part = second.getAsJsonArray("parts").get(0).getAsJsonObject();
    assertThat(part.get("asked").getAsString()).startsWith("--like ").endsWith("boat.jpg");
    assertThat(part.get("score").getAsDouble()).isEqualTo(0.939693); // cos 20°
  }

  @Test
  void saysWhatWasPerhapsMeant() {
    run("--camera", "X100VI")
        .was(0, "", "imagedb: no picture passes --camera \"X100VI\"; did you mean X100V?\n");
  }

  @Test
  void saysWhichFilterLeavesNothing() {
    CliRun run = run("--camera", "eos", "--rating", "2", "--after", "2030");

    run.was(0, "", "imagedb: nothing passes --after 2030-01-01T00:00; without it there are 1\n");
    assertThat(run("--camera", "x100v", "--ext", "png", "--rating", "5").err())
        .isEqualTo("imagedb: nothing passes --ext png; without it there are 1\n");
    assertThat(run("--on", "2018", "--rating", "3", "--iso-does-not-exist").exit()).isEqualTo(2);
  }

  @Test
  void showsThePlaceOfAMistake() {
    run("--where", "camra:x")
        .failed(
            2,
            "imagedb: --where: there is no field \"camra\" (did you mean camera?), at column 1",
            "  camra:x",
            "  ^",
            "  try: camera:…");
  }

  @Test
  void refusesWhatContradictsItself() {
    for (String[] wrong :
        new String[][] {
          {"--after", "2021", "--before", "2019"},
          {"--landscape", "--portrait"},
          {"--relevant", "--min-score", "1", "--text", "fair"},
          {"--relevant", "--camera", "eos"},
          {"--near", "95,0"},
          {"--facet", "colour"},
          {"--count", "--paths"},
          {"--where", "iso:[800 AND"},
        }) {
      CliRun run = run(wrong);
      assertThat(run.exit()).as(run::toString).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("imagedb: ").doesNotContain("Exception");
    }
  }

  private static List<String> names(String... arguments) {
    String[] all = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--paths";
    CliRun run = run(all);
    assertThat(run.exit()).as(run::toString).isZero();
    return run.out().lines().map(line -> String.valueOf(Path.of(line).getFileName())).toList();
  }

  private static String search(String... arguments) {
    CliRun run = run(arguments);
    assertThat(run.exit()).as(run::toString).isZero();
    return run.out();
  }

  private static CliRun run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "search";
    all[1] = "--db";
    all[2] = "db";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CliRun.in(home, all);
  }
}
