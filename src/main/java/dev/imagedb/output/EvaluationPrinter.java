package dev.imagedb.output;

import dev.imagedb.evaluation.Approximation;
import dev.imagedb.evaluation.Estimate;
import dev.imagedb.evaluation.Evaluation;
import dev.imagedb.evaluation.LabelScore;
import dev.imagedb.evaluation.Measure;
import dev.imagedb.evaluation.Report;
import dev.imagedb.evaluation.ZeroShotEvaluation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Prints how good the answers are on standard output: each measure with its 95 % interval.
public final class EvaluationPrinter {
  /// What `trec_eval` and its kin are compared to.
  private static final int DIGITS = 8;

  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final Console console;
  private final String model;

  /// A printer of reports.
  ///
  /// @param model that was measured
  public EvaluationPrinter(Console console, String model) {
    this.console = console;
    this.model = model;
  }

  /// For people: groups of facts.
  public void printText(Report report) {
    FactSheet sheet = new FactSheet(console).group("").fact("model", model);
    switch (report) {
      case Evaluation evaluation -> add(sheet, evaluation);
      case ZeroShotEvaluation evaluation -> add(sheet, evaluation);
      case Approximation approximation -> add(sheet, approximation);
    }
    sheet.print();
  }

  /// One JSON object. For topics: `model`, `topics`, `pictures`, and `measures`, each with `mean`,
  /// `low` and `high`. For labels also `top1`, `top5`, and `labels`: `label`, `pictures`, `recall`,
  /// `averagePrecision`. For the index: `model`, `queries`, `depth`, `exact` (whether every search
  /// is), `recall`, `exactMilliseconds`, `usualMilliseconds`.
  public void printJson(Report report) {
    Json json = Json.indented(console.out());
    json.object(
        () -> {
          json.field("model", model);
          switch (report) {
            case Evaluation evaluation -> write(json, evaluation);
            case ZeroShotEvaluation evaluation -> write(json, evaluation);
            case Approximation approximation -> write(json, approximation);
          }
        });
    console.out().println();
    console.out().flush();
  }

  /// Tells on standard error what had to be left out.
  ///
  /// @param absent pictures that are not in the database, by the names that a file has for them
  public void warnOf(List<String> absent) {
    if (!absent.isEmpty()) {
      console.warn(
          "%s of the file, left out, not in the database: %s%s"
              .formatted(
                  Quantities.count(absent.size(), "picture"),
                  absent.getFirst(),
                  absent.size() > 1 ? " and others" : ""));
    }
  }

  private static void add(FactSheet sheet, Evaluation evaluation) {
    addCounts(sheet, evaluation);
    addMeasures(sheet, evaluation);
  }

  private static void add(FactSheet sheet, ZeroShotEvaluation evaluation) {
    addCounts(sheet, evaluation.retrieval());
    sheet
        .group("a label for a picture")
        .fact("top-1", text(evaluation.topOne()))
        .fact("top-5", text(evaluation.topFive()))
        .group("pictures for a label");
    addMeasures(sheet, evaluation.retrieval());
    sheet.group("each label (pictures, top-1, average precision)");
    evaluation.labels().forEach(label -> sheet.fact(label.label(), text(label)));
  }

  private static void add(FactSheet sheet, Approximation approximation) {
    sheet
        .fact("queries", Quantities.count(approximation.queries()))
        .fact("recall@" + approximation.depth(), text(approximation.recall()))
        .fact("exact search", text(approximation.exact()))
        .fact("usual search", text(approximation.usual()));
    if (approximation.everythingCompared()) {
      sheet.fact("note", "the pictures are so few that every search is exact");
    }
  }

  private static void addCounts(FactSheet sheet, Evaluation evaluation) {
    sheet
        .fact("topics", Quantities.count(evaluation.topics()))
        .fact("pictures", Quantities.count(evaluation.pictures()));
  }

  private static void addMeasures(FactSheet sheet, Evaluation evaluation) {
    for (Measure measure : Measure.values()) {
      sheet.fact(measure.title(), text(evaluation.of(measure)));
    }
  }

  /// `0.5284 (0.5088 to 0.5476)`.
  private static String text(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%.4f  (%.4f to %.4f)", estimate.mean(), estimate.low(), estimate.high());
  }

  private static String text(LabelScore label) {
    return String.format(
        Locale.ROOT, "%5d  %.4f  %.4f", label.pictures(), label.recall(), label.averagePrecision());
  }

  private static String text(Duration duration) {
    return String.format(Locale.ROOT, "%.2f ms", milliseconds(duration));
  }

  private static double milliseconds(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLISECOND;
  }

  private static void write(Json json, Evaluation evaluation) {
    json.field("topics", evaluation.topics())
        .field("pictures", evaluation.pictures())
        .object(
            "measures",
            () -> {
              for (Measure measure : Measure.values()) {
                write(json, measure.title(), evaluation.of(measure));
              }
            });
  }

  private static void write(Json json, ZeroShotEvaluation evaluation) {
    write(json, evaluation.retrieval());
    write(json, "top1", evaluation.topOne());
    write(json, "top5", evaluation.topFive());
    json.array("labels", () -> evaluation.labels().forEach(label -> write(json, label)));
  }

  private static void write(Json json, Approximation approximation) {
    json.field("queries", approximation.queries())
        .field("depth", approximation.depth())
        .field("exact", approximation.everythingCompared());
    write(json, "recall", approximation.recall());
    json.field("exactMilliseconds", milliseconds(approximation.exact()), DIGITS)
        .field("usualMilliseconds", milliseconds(approximation.usual()), DIGITS);
  }

  private static void write(Json json, String name, Estimate estimate) {
    json.object(
        name,
        () ->
            json.field("mean", estimate.mean(), DIGITS)
                .field("low", estimate.low(), DIGITS)
                .field("high", estimate.high(), DIGITS));
  }

  private static void write(Json json, LabelScore label) {
    json.object(
        () ->
            json.field("label", label.label())
                .field("pictures", label.pictures())
                .field("recall", label.recall(), DIGITS)
                .field("averagePrecision", label.averagePrecision(), DIGITS));
  }
}
