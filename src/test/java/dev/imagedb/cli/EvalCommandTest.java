package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/// The sample pictures with their captions, and the model that comes with them.
class EvalCommandTest {
  private static final Path PICTURES = Path.of("samples/pictures").toAbsolutePath();
  private static final String CAPTIONS = PICTURES.resolve("captions.csv").toString();

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

  @Test
  void findsNearlyEverySampleByItsCaption() {
    JsonObject report = json("eval", CAPTIONS);

    assertThat(report.get("topics").getAsInt()).isEqualTo(report.get("pictures").getAsInt());
    JsonObject recall = report.getAsJsonObject("measures").getAsJsonObject("recall@1");
    assertThat(recall.get("mean").getAsDouble()).isGreaterThanOrEqualTo(0.9);
    assertThat(recall.get("low").getAsDouble()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void measuresTheSameOfWhatItWroteForTrecEval() throws IOException {
    JsonObject captions = json("eval", CAPTIONS, "--run-qrels", "qrels.txt", "--run", "run.txt");
    List<String> topics = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(CAPTIONS)).stream().skip(1).toList()) {
      topics.add((topics.size() + 1) + "\t" + line.substring(line.indexOf(',') + 1));
    }
    Files.write(home.resolve("topics.tsv"), topics);

    assertThat(json("eval", "--judgements", "qrels.txt", "--topics", "topics.tsv"))
        .isEqualTo(captions);
    assertThat(Files.readAllLines(home.resolve("run.txt")))
        .hasSize(topics.size() * topics.size())
        .first()
        .asString()
        .startsWith("1 Q0 " + PICTURES)
        .endsWith(" imagedb");
  }

  @Test
  void tellsLabelsFromEachOther() throws IOException {
    Files.writeString(
        home.resolve("labels.csv"),
        """
        image,label
        three-black-stars-on-yellow.png,star
        two-black-rings-on-yellow.jpg,ring
        two-green-hearts-on-brown.png,heart
        no-such-picture.png,heart
        """);

    CliRun run = run("eval", "--labels", "labels.csv");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("top-1  1.0000  (1.0000 to 1.0000)");
    assertThat(run.err())
        .isEqualTo(
            "imagedb: 1 picture of the file, left out, not in the database: no-such-picture.png\n");
  }

  @Test
  void saysThatTheIndexLosesNothing() {
    JsonObject report = json("eval", "--recall", "--sample", "5");

    assertThat(report.get("queries").getAsInt()).isEqualTo(5);
    assertThat(report.get("exact").getAsBoolean()).isTrue();
    assertThat(report.getAsJsonObject("recall").get("mean").getAsDouble()).isEqualTo(1);
  }

  @Test
  void wantsOneThingToMeasureBy() {
    String[] lines = {
      "imagedb: expected one of: captions, --labels, --judgements, --recall",
      "  try: imagedb eval --help"
    };
    run("eval").failed(2, lines);
    run("eval", CAPTIONS, "--labels", "labels.csv").failed(2, lines);
    run("eval", "--recall", "--labels", "labels.csv").failed(2, lines);
    run("eval", "--judgements", "qrels.txt")
        .failed(
            2,
            "imagedb: --judgements and --topics go together",
            "  try: imagedb eval --judgements qrels.txt --topics topics.tsv");
  }

  @Test
  void saysWhatIsWrongWithAFileInOneLine() {
    run("eval", "none.csv").failed(1, "imagedb: there is no file " + home.resolve("none.csv"));
  }

  private static JsonObject json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return JsonParser.parseString(run(all.toArray(String[]::new)).done()).getAsJsonObject();
  }

  private static CliRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--db", "db"));
    return CliRun.in(home, all.toArray(String[]::new));
  }
}
