package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command that reads, on one database that was indexed with the built-in model.
class CommandsTest {
  @TempDir static Path home;

  private static CliRun indexed = new CliRun(-1, "", "");

  @BeforeAll
  static void index() throws IOException {
    Gallery.drawIn(home);
    indexed = run("index", "photos", "--model", "builtin", "--json", "--db", "db");
  }

  @Test
  void indexTellsWhatItDidAsJsonAndThatPicturesWereSkipped() {
    assertThat(indexed.exit()).isEqualTo(3);
    JsonObject report = JsonParser.parseString(indexed.out()).getAsJsonObject();
    assertThat(report.keySet())
        .containsExactly(
            "seen",
            "added",
            "updated",
            "moved",
            "unchanged",
            "removed",
            "skipped",
            "seconds",
            "imagesPerSecond",
            "model",
            "dimension");
    assertThat(report.get("seen").getAsInt()).isEqualTo(3);
    assertThat(report.get("added").getAsInt()).isEqualTo(2);
    assertThat(report.get("skipped").getAsInt()).isEqualTo(1);
    assertThat(report.get("model").getAsString()).isEqualTo("builtin");
    assertThat(indexed.err()).isEmpty();
  }

  @Test
  void searchFindsThePictureItselfFirst() {
    JsonArray hits = json("search", "--image", "photos/dot.png", "--json").getAsJsonArray();
    JsonObject first = hits.get(0).getAsJsonObject();
    assertThat(hits.size()).isEqualTo(2);
    assertThat(first.get("path").getAsString()).isEqualTo(absolute("photos/dot.png"));
    assertThat(first.get("rank").getAsInt()).isEqualTo(1);
    assertThat(first.get("score").getAsDouble()).isGreaterThan(0.9999);
  }

  @Test
  void searchFindsByWordsThatDescribe() {
    assertThat(found("search", "--prompt", "a red ball", "-k", "1", "--paths").lines())
        .containsExactly(absolute("photos/dot.png"));
  }

  @Test
  void searchFindsByWordsInTheNameWithoutAModel() {
    assertThat(found("search", "--text", "wall", "--paths"))
        .isEqualTo(absolute("photos/wall.png") + "\n");
  }

  @Test
  void searchTellsThePartsOfAFusedScore() {
    JsonObject hit =
        json("search", "--text", "dot", "--prompt", "a red ball", "--json", "-k", "1")
            .getAsJsonArray()
            .get(0)
            .getAsJsonObject();
    assertThat(hit.get("path").getAsString()).isEqualTo(absolute("photos/dot.png"));
    assertThat(hit.get("scores").getAsJsonObject().keySet()).containsExactly("vector", "text");
  }

  @Test
  void searchThatFindsNothingIsNoFailure() {
    run("search", "--text", "zebra", "--paths", "--db", "db").was(0, "", "");
    run("search", "--text", "zebra", "--json", "--db", "db").was(0, "[]\n", "");
    run("search", "--prompt", "zebra", "--min-score", "2", "--jsonl", "--db", "db").was(0, "", "");
  }

  @Test
  void listGivesPathsInOrderForPeopleAndForPipes() {
    String all =
        String.join(
            "\n",
            absolute("photos/broken.jpg"),
            absolute("photos/dot.png"),
            absolute("photos/wall.png"),
            "");
    assertThat(found("list", "--paths")).isEqualTo(all);
    assertThat(found("list", "-0")).isEqualTo(all.replace('\n', '\0'));
    assertThat(found("list", "photos/wall.png", "--paths"))
        .isEqualTo(absolute("photos/wall.png") + "\n");
    assertThat(found("list", "-k", "1", "--paths")).isEqualTo(absolute("photos/broken.jpg") + "\n");
  }

  @Test
  void listWritesTables() {
    assertThat(found("list", "--csv").lines())
        .hasSize(4)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("\"\",,,," + absolute("photos/wall.png") + ",40,30,")
                    .contains("2024-05-06T07:08:09Z,png"));
    assertThat(found("list"))
        .contains("photos/dot.png")
        .contains("96x64")
        .doesNotContain(home.toString());
  }

  @Test
  void showAgreesWithTheFile() {
    JsonObject photo = json("show", "photos/dot.png", "--json").getAsJsonObject();
    assertThat(photo.get("width").getAsInt()).isEqualTo(96);
    assertThat(photo.get("height").getAsInt()).isEqualTo(64);
    assertThat(photo.get("mtime").getAsString()).isEqualTo("2024-05-06T07:08:09Z");
    assertThat(found("show", "photos/broken.jpg")).contains("the file is empty");
  }

  @Test
  void statusCountsAndSaysWhatWasSkipped() {
    JsonObject status = json("status", "--json").getAsJsonObject();
    assertThat(status.get("pictures").getAsInt()).isEqualTo(2);
    assertThat(status.get("skipped").getAsInt()).isEqualTo(1);
    assertThat(status.get("model").getAsString()).isEqualTo("builtin");
    assertThat(found("status", "--skipped")).isEqualTo("photos/broken.jpg: the file is empty\n");
  }

  @Test
  void encodeGivesTheVectorThatSearchCompares() {
    JsonObject encoded = json("encode", "--image", "photos/dot.png", "--json").getAsJsonObject();
    JsonArray vector = encoded.getAsJsonArray("vector");
    double square = 0;
    for (int i = 0; i < vector.size(); i++) {
      square += vector.get(i).getAsDouble() * vector.get(i).getAsDouble();
    }
    assertThat(encoded.get("dimension").getAsInt()).isEqualTo(vector.size());
    assertThat(square).isBetween(0.9999, 1.0001);
    assertThat(found("encode", "--prompt", "a dog")).isNotBlank();
  }

  @Test
  void tellsItsVersion() {
    assertThat(CliRun.in(home, "--version").done()).startsWith("imagedb ");
  }

  private static String absolute(String name) {
    return home.resolve(name).toString();
  }

  private static JsonElement json(String... arguments) {
    return JsonParser.parseString(found(arguments));
  }

  private static String found(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--db";
    all[arguments.length + 1] = "db";
    return run(all).done();
  }

  private static CliRun run(String... arguments) {
    return CliRun.in(home, arguments);
  }
}
