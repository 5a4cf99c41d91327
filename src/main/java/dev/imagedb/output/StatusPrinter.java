package dev.imagedb.output;

import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.StoreStatus;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints a database in numbers on standard output.
public final class StatusPrinter {
  private final Console console;

  public StatusPrinter(Console console) {
    this.console = console;
  }

  /// For people, with what to type where something wants doing.
  public void printText(StoreStatus status) {
    FactSheet sheet = new FactSheet(console);
    sheet
        .group("")
        .fact("database", status.location().toString())
        .fact("pictures", Quantities.count(status.pictures()))
        .fact("skipped", counted(status.skipped(), "why: imagedb status --skipped"))
        .fact("stale", stale(status));
    addSpace(sheet, status.space());
    sheet
        .fact("precision", String.join(", ", status.precisions()))
        .fact("on disk", Quantities.bytes(status.bytes()))
        .facts("folders", roots(status))
        .print();
  }

  /// One JSON object: [StatusFields#status].
  public void printJson(StoreStatus status) {
    Json json = Json.indented(console.out());
    json.object(() -> new StatusFields(json).status(status));
    console.out().println();
    console.out().flush();
  }

  private static void addSpace(FactSheet sheet, @Nullable VectorSpace space) {
    if (space != null) {
      sheet
          .fact("model", space.model())
          .fact("dimension", Integer.toString(space.dimension()))
          .fact("preprocessing", space.preprocessing());
    }
  }

  private static @Nullable String stale(StoreStatus status) {
    String remedy = "of an earlier model; imagedb index makes them anew";
    return status.stale() == 0 ? null : counted(status.stale(), remedy);
  }

  private static String counted(long number, String note) {
    return number == 0 ? "0" : Quantities.count(number) + " (" + note + ")";
  }

  private static List<String> roots(StoreStatus status) {
    return status.roots().stream().map(Path::toString).toList();
  }
}
