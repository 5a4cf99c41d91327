package dev.imagedb.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.embed.Temperature;
import dev.imagedb.embed.WordBook;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.store.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures lie in the directions of a compass, and so do words.
class EvaluatorTest {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final float[] NORTH_EAST = {0.70710677f, 0.70710677f};
  private static final float[] EAST_BY_NORTH = {0.9805807f, 0.19611613f};

  private final Path folder;
  private final TestLibrary library;
  private final List<String> progress = new ArrayList<>();

  EvaluatorTest(@TempDir Path folder) {
    this.folder = folder;
    this.library =
        TestLibrary.of(
            folder,
            2,
            Map.of("east.jpg", EAST, "my north.jpg", NORTH, "northeast.jpg", NORTH_EAST));
  }

  @Test
  void findsEachCaptionsPictureInTheRanking() throws IOException {
    Path captions =
        write("captions.csv", "image,caption\neast.jpg,east\nnortheast.jpg,a bit north\n");

    Outcome outcome = evaluate(new Task.Topics(TopicFile.ofCaptions(captions), null, null));

    Evaluation evaluation = (Evaluation) outcome.report();
    assertThat(evaluation.topics()).isEqualTo(2);
    assertThat(evaluation.pictures()).isEqualTo(3);
    assertThat(evaluation.of(Measure.RECALL_1).mean()).isEqualTo(0.5);
    assertThat(evaluation.of(Measure.RECALL_5).mean()).isEqualTo(1);
    assertThat(evaluation.of(Measure.RECIPROCAL_RANK).mean()).isEqualTo(0.75);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(progress).containsExactly("1 of 2", "2 of 2");
  }

  @Test
  void goesOnWithoutThePicturesThatAreMissing() throws IOException {
    Path captions = write("captions.csv", "image,caption\nwest.jpg,west\neast.jpg,east\n");

    Outcome outcome = evaluate(new Task.Topics(TopicFile.ofCaptions(captions), null, null));

    assertThat(((Evaluation) outcome.report()).topics()).isEqualTo(1);
    assertThat(outcome.absent()).containsExactly("west.jpg");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE_WITH_SKIPPED);
  }

  @Test
  void writesRankingsAndJudgementsForTrecEval() throws IOException {
    Path qrels = write("qrels", "q1 0 east.jpg 2\nq1 0 my north.jpg 1\n");
    Path topics = write("topics", "q1\tnortheast\n");
    Path run = folder.resolve("run");
    Path judged = folder.resolve("judged");

    evaluate(new Task.Topics(TopicFile.ofTrec(qrels, topics), run, judged));

    // East and north are equally near: the second of them is put a little lower.
    assertThat(Files.readAllLines(run))
        .containsExactly(
            "q1 Q0 " + folder + "/northeast.jpg 1 1.0 imagedb",
            "q1 Q0 " + folder + "/east.jpg 2 0.8535534 imagedb",
            "q1 Q0 " + folder + "/my%20north.jpg 3 0.85355335 imagedb");
    assertThat(Files.readAllLines(judged))
        .containsExactly("q1 0 " + folder + "/east.jpg 2", "q1 0 " + folder + "/my%20north.jpg 1");
    assertThat(evaluate(new Task.Topics(TopicFile.ofTrec(judged, topics), null, null)))
        .isEqualTo(evaluate(new Task.Topics(TopicFile.ofTrec(qrels, topics), null, null)));
  }

  @Test
  void letsLabelsNamePicturesAndFindThem() throws IOException {
    Path labels =
        write(
            "labels.csv", "image,label\neast.jpg,east\nnortheast.jpg,north\nmy north.jpg,north\n");

    ZeroShotEvaluation evaluation = (ZeroShotEvaluation) evaluate(new Task.Labels(labels)).report();

    // The north-eastern picture lies between both labels, and the first of them gets it.
    assertThat(evaluation.topOne().mean()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(evaluation.topFive().mean()).isEqualTo(1);
    assertThat(evaluation.labels())
        .containsExactly(new LabelScore("east", 1, 1, 1), new LabelScore("north", 2, 0.5, 1));
    assertThat(evaluation.retrieval().of(Measure.RECALL_1).mean()).isEqualTo(0.75);
  }

  @Test
  void asksOnlyTheLabelledPicturesForLabels() throws IOException {
    Path labels = write("labels.csv", "image,label\nmy north.jpg,east\n");

    ZeroShotEvaluation evaluation = (ZeroShotEvaluation) evaluate(new Task.Labels(labels)).report();

    assertThat(evaluation.retrieval().pictures()).isEqualTo(1);
    assertThat(evaluation.retrieval().of(Measure.RECALL_1).mean()).isEqualTo(1);
  }

  @Test
  void saysThatEverySearchOfAFewPicturesIsExact() {
    Approximation approximation = (Approximation) evaluate(new Task.Recall(null, 2)).report();

    assertThat(approximation.everythingCompared()).isTrue();
    assertThat(approximation.queries()).isEqualTo(2);
    assertThat(approximation.recall()).isEqualTo(new Estimate(1, 1, 1));
    assertThat(progress).isEmpty();
  }

  private Outcome evaluate(Task task) {
    WordBook book =
        new WordBook(
            TestLibrary.space(2),
            new Temperature(100, null),
            Map.of(
                "east", EAST,
                "northeast", NORTH_EAST,
                "a bit north", EAST_BY_NORTH,
                "a photo of a east", EAST,
                "a photo of east", EAST,
                "a photo of a north", NORTH,
                "a photo of north", NORTH));
    try (PhotoReader reader = library.store().reader()) {
      return new Evaluator(reader, () -> book, (done, total) -> progress.add(done + " of " + total))
          .evaluate(task);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
