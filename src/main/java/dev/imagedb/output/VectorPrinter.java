package dev.imagedb.output;

import dev.imagedb.photo.VectorSpace;

/// Prints a vector on standard output.
public final class VectorPrinter {
  private final Console console;

  public VectorPrinter(Console console) {
    this.console = console;
  }

  /// One line of numbers with spaces between them: each the shortest that is read back the same.
  ///
  /// @param vector shape (dimension)
  public void printText(float[] vector) {
    for (int at = 0; at < vector.length; at++) {
      console.out().print((at == 0 ? "" : " ") + vector[at]);
    }
    console.out().println();
    console.out().flush();
  }

  /// One JSON object on one line: `model`, `dimension`, `vector`.
  ///
  /// @param vector shape (dimension), of this space
  public void printJson(VectorSpace space, float[] vector) {
    Json json = Json.compact(console.out());
    json.object(
        () ->
            json.field("model", space.model())
                .field("dimension", space.dimension())
                .array("vector", () -> write(json, vector)));
    console.out().println();
    console.out().flush();
  }

  private static void write(Json json, float[] vector) {
    for (float number : vector) {
      json.value(number);
    }
  }
}
