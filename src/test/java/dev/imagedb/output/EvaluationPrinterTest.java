package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.evaluation.Approximation;
import dev.imagedb.evaluation.Estimate;
import dev.imagedb.evaluation.Evaluation;
import dev.imagedb.evaluation.LabelScore;
import dev.imagedb.evaluation.Measure;
import dev.imagedb.evaluation.ZeroShotEvaluation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationPrinterTest {
  private static final Estimate HALF = new Estimate(0.5, 0.4, 0.6);

  private static final Evaluation EVALUATION =
      new Evaluation(
          2500,
          500,
          Map.of(
              Measure.RECALL_1, new Estimate(0.1612, 0.1476, 0.1756),
              Measure.RECALL_5, HALF,
              Measure.RECALL_10, HALF,
              Measure.RECIPROCAL_RANK, HALF,
              Measure.AVERAGE_PRECISION, HALF,
              Measure.NDCG_10, new Estimate(1 / 3.0, 0.25, 1)));

  private final RecordedConsole recorded = RecordedConsole.piped();
  private final EvaluationPrinter printer = new EvaluationPrinter(recorded.console(), "toy");

  @Test
  void alignsMeasuresForPeople() {
    printer.printText(EVALUATION);
    assertThat(recorded.printed())
        .isEqualTo(
            """
            model      toy
            topics     2,500
            pictures   500
            recall@1   0.1612  (0.1476 to 0.1756)
            recall@5   0.5000  (0.4000 to 0.6000)
            recall@10  0.5000  (0.4000 to 0.6000)
            MRR        0.5000  (0.4000 to 0.6000)
            MAP        0.5000  (0.4000 to 0.6000)
            nDCG@10    0.3333  (0.2500 to 1.0000)
            """);
  }

  @Test
  void writesMeasuresAsJson() {
    printer.printJson(EVALUATION);
    assertThat(recorded.printed())
        .startsWith(
            """
            {
              "model": "toy",
              "topics": 2500,
              "pictures": 500,
              "measures": {
                "recall@1": {
                  "mean": 0.1612,
                  "low": 0.1476,
                  "high": 0.1756
                },
            """)
        .endsWith(
            """
                "nDCG@10": {
                  "mean": 0.33333333,
                  "low": 0.25,
                  "high": 1
                }
              }
            }
            """);
  }

  @Test
  void tellsOfEachLabel() {
    printer.printText(
        new ZeroShotEvaluation(
            HALF, HALF, List.of(new LabelScore("tabby cat", 12, 0.75, 0.5)), EVALUATION));
    assertThat(recorded.printed())
        .contains("a label for a picture\n  top-1  0.5000  (0.4000 to 0.6000)\n")
        .endsWith(
            """
            each label (pictures, top-1, average precision)
              tabby cat     12  0.7500  0.5000
            """);
  }

  @Test
  void saysWhereNothingIsApproximate() {
    printer.printText(approximation(true));
    assertThat(recorded.printed())
        .isEqualTo(
            """
            model         toy
            queries       200
            recall@10     0.5000  (0.4000 to 0.6000)
            exact search  12.50 ms
            usual search  0.75 ms
            note          the pictures are so few that every search is exact
            """);
  }

  @Test
  void writesWhatAnIndexLosesAsJson() {
    printer.printJson(approximation(false));
    assertThat(recorded.printed())
        .isEqualTo(
            """
            {
              "model": "toy",
              "queries": 200,
              "depth": 10,
              "exact": false,
              "recall": {
                "mean": 0.5,
                "low": 0.4,
                "high": 0.6
              },
              "exactMilliseconds": 12.5,
              "usualMilliseconds": 0.75
            }
            """);
  }

  @Test
  void warnsOfPicturesThatHadToBeLeftOut() {
    printer.warnOf(List.of("a.jpg", "b.jpg"));
    assertThat(recorded.warned())
        .isEqualTo(
            "imagedb: 2 pictures of the file, left out, not in the database: a.jpg and others\n");
    assertThat(recorded.printed()).isEmpty();
  }

  private static Approximation approximation(boolean everythingCompared) {
    return new Approximation(
        200, 10, everythingCompared, HALF, Duration.ofNanos(12_500_000), Duration.ofNanos(750_000));
  }
}
