package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The samples that come with the program: pictures that their model was not trained on.
class SamplePicturesTest {
  private static final Path PICTURES = Path.of("samples/pictures").toAbsolutePath();
  private static final Path MODEL = Path.of("samples/model").toAbsolutePath();

  @TempDir static Path home;

  /// A picture, and the one sentence that describes it and no other.
  private record Captioned(Path picture, String caption) {
    static Captioned of(String line) {
      int comma = line.indexOf(',');
      return new Captioned(PICTURES.resolve(line.substring(0, comma)), line.substring(comma + 1));
    }
  }

  @BeforeAll
  static void index() {
    CliRun run =
        CliRun.in(
            home, "index", PICTURES.toString(), "--model", MODEL.toString(), "--db", "db", "-q");
    run.was(0, "", "");
  }

  @Test
  void areFoundByTheirCaptions() throws IOException {
    List<Captioned> samples = samples();
    long found = samples.stream().filter(SamplePicturesTest::comesFirst).count();

    assertThat(samples).hasSizeGreaterThanOrEqualTo(50);
    assertThat((double) found / samples.size()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void areFoundByTheirOwnPixels() throws IOException {
    for (Captioned sample : samples().subList(0, 5)) {
      assertThat(first("--image", sample.picture().toString()))
          .isEqualTo(sample.picture().toString());
    }
  }

  @Test
  void areFoundByWhatTheirCameraWrote() {
    assertThat(search("--text", "Brightwater \"Pocket 7\" harbour"))
        .isEqualTo(PICTURES.resolve("shapes/brown-arrow-on-purple.jpg").toString());
  }

  @Test
  void areShownWithWhatTheirCameraWrote() {
    String picture = PICTURES.resolve("shapes/brown-arrow-on-purple.jpg").toString();
    JsonObject photo =
        JsonParser.parseString(CliRun.in(home, "show", picture, "--json", "--db", "db").done())
            .getAsJsonObject();

    assertThat(photo.get("make").getAsString()).isEqualTo("Brightwater");
    assertThat(photo.get("camera").getAsString()).isEqualTo("Brightwater Pocket 7");
    assertThat(photo.get("taken").getAsString()).startsWith("2023-08-19T18:22:05");
    assertThat(photo.getAsJsonObject("gps").get("lat").getAsDouble())
        .isCloseTo(40.689247, within(1e-5));
    assertThat(photo.get("title").getAsString()).isEqualTo("Harbour");
    assertThat(photo.get("caption").getAsString())
        .isEqualTo("a brown arrow on a purple background");
  }

  private static boolean comesFirst(Captioned sample) {
    return first("--prompt", sample.caption()).equals(sample.picture().toString());
  }

  private static String first(String option, String value) {
    return search(option, value, "-k", "1");
  }

  private static String search(String... query) {
    List<String> arguments = new ArrayList<>(List.of("search", "--paths", "--db", "db"));
    arguments.addAll(List.of(query));
    return CliRun.in(home, arguments.toArray(String[]::new)).done().strip();
  }

  private static List<Captioned> samples() throws IOException {
    try (var lines = Files.lines(PICTURES.resolve("captions.csv"))) {
      return lines.skip(1).map(Captioned::of).toList();
    }
  }
}
