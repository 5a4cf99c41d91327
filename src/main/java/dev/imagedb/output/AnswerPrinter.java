package dev.imagedb.output;

import dev.imagedb.search.QueryName;
import java.util.stream.Stream;

/// Prints the answers to many queries: a JSON object a line, each sent on its way at once, so that
/// whoever asks can wait for the answer before the next question.
public final class AnswerPrinter {
  private final Console console;

  public AnswerPrinter(Console console) {
    this.console = console;
  }

  /// What was found, best first: `{"id": …, "hits": […]}`.
  public void printHits(QueryName name, Stream<Entry> hits) {
    Json json = Json.compact(console.out());
    PhotoFields fields = new PhotoFields(json);
    json.object(
        () -> {
          print(json, name);
          json.array("hits", () -> hits.forEachOrdered(fields::entry));
        });
    endLine();
  }

  /// Why there is no answer: `{"id": …, "error": …}`.
  public void printFailure(QueryName name, String reason) {
    Json json = Json.compact(console.out());
    json.object(
        () -> {
          print(json, name);
          json.field("error", reason);
        });
    endLine();
  }

  private static void print(Json json, QueryName name) {
    switch (name) {
      case QueryName.Text(String id) -> json.field("id", id);
      case QueryName.Numeric(Number id) -> json.field("id", id);
      case QueryName.Line(String written) -> json.field("query", written);
    }
  }

  private void endLine() {
    console.out().println();
    console.out().flush();
  }
}
