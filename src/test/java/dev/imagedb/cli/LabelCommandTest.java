package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample pictures, labelled by the model that comes with them.
class LabelCommandTest {
  private static final Path PICTURES = Path.of("samples/pictures").toAbsolutePath();
  private static final String STARS =
      PICTURES.resolve("groups/three-black-stars-on-yellow.png").toString();
  private static final String RINGS =
      PICTURES.resolve("groups/two-black-rings-on-yellow.jpg").toString();

  @TempDir static Path home;

  @BeforeAll
  static void index() {
    run(
            "index",
            PICTURES.toString(),
            "--model",
            Path.of("samples/model").toAbsolutePath().toString(),
            "-q")
        .was(0, "", "");
  }

  /// `build_zero_shot_classifier` of open_clip_torch 3.3.0, with the templates `a photo of a {}`
  /// and `{}`: circle 0.000000, square 0.000014, star 0.999985.
  @Test
  void givesTheReferencesProbabilities() {
    JsonArray pictures =
        JsonParser.parseString(
                run(
                        "label",
                        "--labels",
                        "circle,square,star",
                        "--template",
                        "a photo of a {}",
                        "--template",
                        "{}",
                        "--min-probability",
                        "0",
                        "--json",
                        STARS)
                    .done())
            .getAsJsonArray();

    JsonObject picture = pictures.get(0).getAsJsonObject();
    assertThat(picture.get("path").getAsString()).isEqualTo(STARS);
    List<JsonElement> labels = picture.getAsJsonArray("labels").asList();
    assertThat(labels)
        .extracting(LabelCommandTest::name)
        .containsExactly("star", "square", "circle");
    assertThat(probability(labels.get(0))).isCloseTo(0.999985, within(1e-4));
    assertThat(probability(labels.get(1))).isCloseTo(0.000014, within(1e-4));
  }

  @Test
  void keepsLabelsUntilTheyAreCleared() {
    assertThat(label("star,ring,heart", "--write", "--paths", STARS, RINGS))
        .isEqualTo(STARS + "\n" + RINGS + "\n");

    assertThat(labels(STARS)).containsExactly("star");
    assertThat(labels(RINGS)).containsExactly("ring");
    assertThat(run("show", STARS).done()).contains("labels\n  star\n");
    run("index", "--force", "-q").was(0, "", "");
    assertThat(labels(STARS)).containsExactly("star");
    run("label", "--clear").was(0, "", "");
    assertThat(labels(STARS)).isEmpty();
  }

  @Test
  void writesNothingUnlessItIsTold() {
    label("star,ring", "--paths", STARS);

    assertThat(labels(STARS)).isEmpty();
  }

  @Test
  void saysWhatIsWrongInOneLine() {
    run("label", "--labels", " ")
        .failed(2, "imagedb: there are no labels", "  try: --labels \"cat,dog,car\"");
    run("label", "--labels", "star", STARS)
        .failed(
            2,
            "imagedb: one label alone is always certain",
            "  try: add what else it may be: --labels \"cat,dog\"");
    run("label", "--labels", "a,b", "elsewhere")
        .failed(
            1,
            "imagedb: no picture of the database is at or under " + home.resolve("elsewhere"),
            "  try: imagedb index " + home.resolve("elsewhere"));
    assertThat(run("label", "--labels", "a,b", "--clear").exit()).isEqualTo(2);
  }

  private static String name(JsonElement label) {
    return label.getAsJsonObject().get("label").getAsString();
  }

  private static double probability(JsonElement label) {
    return label.getAsJsonObject().get("probability").getAsDouble();
  }

  private static List<String> labels(String picture) {
    JsonObject photo =
        JsonParser.parseString(run("show", picture, "--json").done()).getAsJsonObject();
    return photo.has("labels")
        ? photo.getAsJsonArray("labels").asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }

  private static String label(String labels, String... more) {
    List<String> arguments = new ArrayList<>(List.of("label", "--labels", labels));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new)).done();
  }

  private static CliRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--db", "db"));
    return CliRun.in(home, all.toArray(String[]::new));
  }
}
