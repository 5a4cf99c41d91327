package dev.imagedb.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Results as Markdown: medians over the rounds, and the lowest and highest in parentheses.
record ResultTable(Conditions conditions, List<Result> results) {
  private static final String HEADING =
      """
      | what | ours | theirs | ratio | target | |
      |---|---|---|---|---|---|
      """;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(preamble()).append(HEADING);
    List<String> notes = new ArrayList<>();
    for (Result result : results) {
      result.comparisons().forEach(comparison -> text.append(line(result, comparison)));
      result
          .failures()
          .forEach((who, why) -> notes.add("- " + result.row() + ", " + who + ": " + why));
    }
    return text + (notes.isEmpty() ? "" : "\n" + String.join("\n", notes) + "\n");
  }

  private String preamble() {
    return String.format(
        Locale.ROOT,
        """
        %s; %s, %d cores, %.0f GB of memory. Ours: %s. Theirs: %s. Input: %,d photographs of 12 \
        megapixels, %,d of mixed sizes, %,d of 100 megapixels, %,d files and vectors, %,d queries.

        """,
        conditions.date(),
        conditions.processor(),
        conditions.cores(),
        conditions.memoryBytes() / 1e9,
        Conditions.told(conditions.ours()),
        conditions.theirs().isEmpty() ? "not installed" : Conditions.told(conditions.theirs()),
        conditions.input().photographs(),
        conditions.input().mixed(),
        conditions.input().large(),
        conditions.input().many(),
        conditions.input().queries());
  }

  private static String line(Result result, Comparison comparison) {
    List<Double> measured = comparison.measured(result);
    Target target = comparison.target();
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            result.row(),
            side(result, comparison.ours()),
            side(result, comparison.theirs()),
            comparison.theirs() == null || measured.isEmpty() ? "" : spread(measured),
            target == null ? "" : target,
            target == null || measured.isEmpty() ? "" : verdict(target, measured));
  }

  private static String side(Result result, @Nullable String label) {
    if (label == null) {
      return "";
    }
    List<Double> figures = result.figures(label);
    return figures.isEmpty()
        ? label + ": none"
        : "%s: %s %s".formatted(label, spread(figures), result.unit());
  }

  private static String spread(List<Double> figures) {
    Spread spread = Spread.of(figures);
    return "%s (%s–%s)"
        .formatted(number(spread.median()), number(spread.lowest()), number(spread.highest()));
  }

  private static String verdict(Target target, List<Double> measured) {
    return target.isMetBy(Spread.of(measured).median()) ? "met" : "missed";
  }

  /// Three digits that count.
  private static String number(double value) {
    String format = value < 1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
