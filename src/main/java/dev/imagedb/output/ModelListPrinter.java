package dev.imagedb.output;

import dev.imagedb.embed.hub.CachedModel;
import dev.imagedb.embed.hub.KnownModel;
import java.util.List;

/// Prints the models that are here, and those that are known by name, on standard output.
public final class ModelListPrinter {
  private final Console console;

  public ModelListPrinter(Console console) {
    this.console = console;
  }

  /// In groups; the names that are OpenCLIP's own only where there are any.
  public void printText(
      List<CachedModel> here, List<KnownModel> shortNames, List<KnownModel> more) {
    FactSheet sheet = new FactSheet(console).group("Here");
    sheet.fact("builtin", "a part of the program");
    here.forEach(model -> sheet.fact(model.model().toString(), state(model)));
    sheet.group("Short names");
    shortNames.forEach(known -> sheet.fact(known.name(), known.repository() + ": " + known.note()));
    sheet.group("OpenCLIP's names");
    more.forEach(known -> sheet.fact(known.name(), known.repository()));
    sheet.print();
  }

  /// One JSON object: `here` (each `model`, `folder`, `bytes`, `complete`), `known` (each `name`,
  /// `repository`, and a `note` where there is one; short names first).
  public void printJson(List<CachedModel> here, List<KnownModel> known) {
    Json json = Json.indented(console.out());
    json.object(
        () ->
            json.array("here", () -> here.forEach(model -> write(json, model)))
                .array("known", () -> known.forEach(model -> write(json, model))));
    console.out().println();
    console.out().flush();
  }

  private static String state(CachedModel model) {
    String size = Quantities.bytes(model.bytes());
    return model.complete() ? size + " in " + model.folder() : size + ", incomplete";
  }

  private static void write(Json json, CachedModel model) {
    json.object(() -> ModelPrinter.write(json, model));
  }

  private static void write(Json json, KnownModel known) {
    json.object(
        () ->
            json.field("name", known.name())
                .field("repository", known.repository())
                .field("note", known.note().isEmpty() ? null : known.note()));
  }
}
