package dev.imagedb.output;

import dev.imagedb.embed.ModelFacts;
import dev.imagedb.embed.Temperature;
import dev.imagedb.embed.hub.CachedModel;
import dev.imagedb.embed.hub.CheckedFile;
import dev.imagedb.embed.models.ModelSheet;
import dev.imagedb.embed.models.Verification;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Prints a model on standard output.
public final class ModelPrinter {
  private final Console console;

  public ModelPrinter(Console console) {
    this.console = console;
  }

  /// A model that was fetched.
  public void printText(CachedModel model) {
    new FactSheet(console)
        .group("")
        .fact("model", model.model().toString())
        .fact("folder", model.folder().toString())
        .fact("on disk", Quantities.bytes(model.bytes()))
        .print();
  }

  /// One JSON object: `model`, `folder`, `bytes`, `complete`.
  public void printJson(CachedModel model) {
    print(json -> write(json, model));
  }

  static void write(Json json, CachedModel model) {
    json.field("model", model.model().toString())
        .field("folder", model.folder().toString())
        .field("bytes", model.bytes())
        .field("complete", model.complete());
  }

  /// What a model is.
  public void printText(ModelSheet sheet) {
    ModelFacts facts = sheet.facts();
    new FactSheet(console)
        .group("")
        .fact("model", sheet.name())
        .fact("image tower", facts.imageTower())
        .fact("text tower", facts.textTower())
        .fact("dimension", Integer.toString(facts.dimension()))
        .fact("preprocessing", facts.preprocessing())
        .fact("context", facts.contextLength() + " tokens")
        .fact("weights", Quantities.count(facts.numbers()) + " numbers, " + facts.storedAs())
        .fact("temperature", temperature(facts.temperature()))
        .fact("licence", sheet.licence() == null ? "not stated" : sheet.licence())
        .fact("folder", sheet.folder().toString())
        .fact("on disk", Quantities.bytes(sheet.bytes()))
        .print();
  }

  /// One JSON object: `model`, `imageTower`, `textTower`, `dimension`, `preprocessing`,
  /// `contextLength`, `numbers`, `storedAs`, `fingerprint`, `scale` and `bias` (where it learned
  /// them), `licence` (where stated), `folder`, `bytes`.
  public void printJson(ModelSheet sheet) {
    ModelFacts facts = sheet.facts();
    Temperature temperature = facts.temperature();
    print(
        json ->
            json.field("model", sheet.name())
                .field("imageTower", facts.imageTower())
                .field("textTower", facts.textTower())
                .field("dimension", facts.dimension())
                .field("preprocessing", facts.preprocessing())
                .field("contextLength", facts.contextLength())
                .field("numbers", facts.numbers())
                .field("storedAs", facts.storedAs())
                .field("fingerprint", facts.fingerprint())
                .field("scale", temperature == null ? null : temperature.scale(), 6)
                .field("bias", temperature == null ? null : temperature.bias(), 6)
                .field("licence", sheet.licence())
                .field("folder", sheet.folder().toString())
                .field("bytes", sheet.bytes()));
  }

  /// Whether a model is sound: a line a file, then the forward pass.
  public void printText(Verification verification) {
    FactSheet sheet = new FactSheet(console).group("");
    verification.files().forEach(file -> sheet.fact(file.name(), words(file.state())));
    sheet.fact("forward pass", words(verification)).print();
  }

  /// One JSON object: `model`, `sound`, `files` (each `name`, `state`), `forwardPass`,
  /// `worstDifference` (where golden values are known).
  public void printJson(Verification verification) {
    print(
        json ->
            json.field("model", verification.name())
                .field("sound", verification.isSound())
                .array("files", () -> verification.files().forEach(file -> writeFile(json, file)))
                .field("forwardPass", lowerCase(verification.forwardPass()))
                .field("worstDifference", verification.worstDifference(), 3));
  }

  /// How many bytes became free; one JSON object of `model`, `freed`.
  public void printRemovedJson(String model, long freed) {
    print(json -> json.field("model", model).field("freed", freed));
  }

  /// How many bytes became free.
  public void printRemovedText(String model, long freed) {
    String line = "removed " + model + ": " + Quantities.bytes(freed) + " freed";
    console.err().println(TerminalText.escape(line));
    console.err().flush();
  }

  private static void writeFile(Json json, CheckedFile file) {
    json.object(() -> json.field("name", file.name()).field("state", lowerCase(file.state())));
  }

  private static @Nullable String temperature(@Nullable Temperature temperature) {
    if (temperature == null) {
      return null;
    }
    String scale = Quantities.decimal(temperature.scale());
    return temperature.bias() == null
        ? "scale " + scale
        : "scale " + scale + ", bias " + Quantities.decimal(temperature.bias());
  }

  private static String words(CheckedFile.State state) {
    return switch (state) {
      case INTACT -> "intact";
      case DAMAGED -> "DAMAGED";
      case UNKNOWN -> "nothing to compare it with";
    };
  }

  private static String words(Verification verification) {
    return switch (verification.forwardPass()) {
      case GOLDEN -> "as the reference's; " + worst(verification);
      case PLAUSIBLE -> "unit vectors; no golden values are known of this model";
      case WRONG -> "WRONG; " + worst(verification);
      case NOT_DONE -> "not done";
    };
  }

  private static String worst(Verification verification) {
    Double worst = verification.worstDifference();
    return worst == null
        ? "no unit vectors"
        : String.format(Locale.ROOT, "worst difference %.1e", worst);
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void print(Consumer<Json> fields) {
    Json json = Json.indented(console.out());
    json.object(() -> fields.accept(json));
    console.out().println();
    console.out().flush();
  }
}
