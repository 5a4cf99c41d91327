package dev.imagedb.output;

import dev.imagedb.photo.Skipped;
import java.util.List;

/// Prints which pictures were skipped, and why, on standard output.
public final class SkippedPrinter {
  private final Console console;

  public SkippedPrinter(Console console) {
    this.console = console;
  }

  /// A line a picture, as compilers write their messages: `path: reason`.
  public void printText(List<Skipped> pictures) {
    pictures.forEach(skipped -> console.out().println(line(console, skipped)));
    console.out().flush();
  }

  /// One JSON array of objects: `path` (absolute) and `reason`.
  public void printJson(List<Skipped> pictures) {
    Json json = Json.indented(console.out());
    json.array(() -> pictures.forEach(skipped -> write(json, skipped)));
    console.out().println();
    console.out().flush();
  }

  static String line(Console console, Skipped skipped) {
    return console.shown(skipped.path()) + ": " + TerminalText.escape(skipped.reason());
  }

  private static void write(Json json, Skipped skipped) {
    json.object(
        () -> json.field("path", skipped.path().toString()).field("reason", skipped.reason()));
  }
}
