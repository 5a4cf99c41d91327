package dev.imagedb.output;

import dev.imagedb.ingest.IndexReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints what a run of indexing did.
public final class IndexReportPrinter {
  private static final int SHOWN_AT_MOST = 10;
  private static final int RATE_DIGITS = 4;
  private static final int SECONDS_DIGITS = 6;

  private final Console console;

  public IndexReportPrinter(Console console) {
    this.console = console;
  }

  /// A summary for people on standard error: one line, then the first skipped pictures.
  public void printText(IndexReport report) {
    console.err().println(summary(report));
    report.skipped().stream()
        .limit(SHOWN_AT_MOST)
        .forEach(
            skipped -> console.err().println("skipped " + SkippedPrinter.line(console, skipped)));
    int more = report.skipped().size() - SHOWN_AT_MOST;
    if (more > 0) {
      console.err().println("… and " + Quantities.count(more) + " more: imagedb status --skipped");
    }
    console.err().flush();
  }

  /// One JSON object on standard output: `seen`, `added`, `updated`, `moved`, `unchanged`,
  /// `removed`, `skipped` (all of them numbers), `seconds`, `imagesPerSecond`, `model`,
  /// `dimension`; and `interrupted` (true) where the run was stopped.
  public void printJson(IndexReport report) {
    Json json = Json.indented(console.out());
    json.object(() -> write(json, report));
    console.out().println();
    console.out().flush();
  }

  private static void write(Json json, IndexReport report) {
    json.field("seen", report.seen())
        .field("added", report.added())
        .field("updated", report.updated())
        .field("moved", report.moved())
        .field("unchanged", report.unchanged())
        .field("removed", report.removed())
        .field("skipped", report.skipped().size())
        .field("seconds", report.seconds(), SECONDS_DIGITS)
        .field("imagesPerSecond", report.imagesPerSecond(), RATE_DIGITS)
        .field("model", report.space().model())
        .field("dimension", report.space().dimension());
    if (report.interrupted()) {
      json.field("interrupted", true);
    }
  }

  /// What was come by when a run was interrupted is not told: some of it may not be stored.
  private static String summary(IndexReport report) {
    String parts = String.join(", ", parts(report));
    String counted =
        report.interrupted()
            ? "interrupted; what is counted is stored: " + (parts.isEmpty() ? "nothing" : parts)
            : Quantities.count(report.seen(), "picture") + (parts.isEmpty() ? "" : ": " + parts);
    return counted + " in " + Quantities.duration(report.elapsed()) + rate(report);
  }

  private static List<String> parts(IndexReport report) {
    List<String> parts = new ArrayList<>();
    addPart(parts, report.added(), "added");
    addPart(parts, report.updated(), "updated");
    addPart(parts, report.moved(), "moved");
    addPart(parts, report.unchanged(), "unchanged");
    addPart(parts, report.skipped().size(), "skipped");
    addPart(parts, report.removed(), "gone and removed");
    return parts;
  }

  private static void addPart(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(Quantities.count(number) + " " + what);
    }
  }

  private static String rate(IndexReport report) {
    double rate = report.imagesPerSecond();
    return rate == 0 ? "" : String.format(Locale.ROOT, " (%.1f a second)", rate);
  }
}
