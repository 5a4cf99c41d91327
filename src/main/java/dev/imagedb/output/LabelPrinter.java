package dev.imagedb.output;

import dev.imagedb.labelling.LabelledPicture;
import dev.imagedb.labelling.LikelyLabel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Prints what the model takes pictures for, on standard output.
public final class LabelPrinter {
  private static final int DIGITS = 6;
  private static final String NONE = "-";

  private final Console console;

  public LabelPrinter(Console console) {
    this.console = console;
  }

  /// Prints pictures, in one format. `--paths` and `--print0` name those that got a label.
  public void print(List<LabelledPicture> pictures, OutputFormat format) {
    switch (format) {
      case TABLE -> printTable(pictures);
      case JSON -> printJson(pictures);
      case JSONL -> printJsonLines(pictures);
      case CSV -> printCsv(pictures);
      case PATHS -> printPaths(pictures, PathPrinter.lines(console));
      case PATHS0 -> printPaths(pictures, PathPrinter.nulTerminated(console));
    }
    console.out().flush();
  }

  private void printTable(List<LabelledPicture> pictures) {
    FactSheet sheet = new FactSheet(console).group("");
    pictures.forEach(picture -> sheet.fact(console.shown(picture.path()), words(picture)));
    sheet.print();
  }

  /// `cat 0.97, dog 0.02`.
  private static String words(LabelledPicture picture) {
    return picture.labels().isEmpty()
        ? NONE
        : picture.labels().stream()
            .map(label -> String.format(Locale.ROOT, "%s %.2f", label.label(), label.probability()))
            .collect(Collectors.joining(", "));
  }

  private void printJson(List<LabelledPicture> pictures) {
    Json json = Json.indented(console.out());
    json.array(() -> pictures.forEach(picture -> write(json, picture)));
    console.out().println();
  }

  private void printJsonLines(List<LabelledPicture> pictures) {
    for (LabelledPicture picture : pictures) {
      write(Json.compact(console.out()), picture);
      console.out().println();
    }
  }

  private static void write(Json json, LabelledPicture picture) {
    json.object(
        () ->
            json.field("path", picture.path().toString())
                .array("labels", () -> picture.labels().forEach(label -> write(json, label))));
  }

  private static void write(Json json, LikelyLabel label) {
    json.object(
        () -> json.field("label", label.label()).field("probability", label.probability(), DIGITS));
  }

  /// A line a label, since spreadsheets count and sort lines.
  private void printCsv(List<LabelledPicture> pictures) {
    CsvTable table = new CsvTable(console, List.of("path", "label", "probability"));
    for (LabelledPicture picture : pictures) {
      for (LikelyLabel label : picture.labels()) {
        table.line(picture.path(), label.label(), Quantities.rounded(label.probability(), DIGITS));
      }
    }
  }

  private static void printPaths(List<LabelledPicture> pictures, PathPrinter printer) {
    pictures.stream()
        .filter(picture -> !picture.labels().isEmpty())
        .forEach(picture -> printer.print(picture.path()));
    printer.finish();
  }
}
