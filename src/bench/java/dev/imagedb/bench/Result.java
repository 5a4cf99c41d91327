package dev.imagedb.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What came of a row.
///
/// @param figures by label, one a round
/// @param failures why a contender, or the whole row under its own name, has no figures
public record Result(
    String row,
    String unit,
    Map<String, List<Double>> figures,
    Map<String, String> failures,
    List<Comparison> comparisons) {
  public Result {
    figures = new LinkedHashMap<>(figures);
    failures = new LinkedHashMap<>(failures);
    comparisons = List.copyOf(comparisons);
  }

  /// A row that could not begin.
  static Result failed(Row row, String reason) {
    return new Result(
        row.name(), row.unit(), Map.of(), Map.of(row.name(), reason), row.comparisons());
  }

  /// Empty where there are none.
  List<Double> figures(String label) {
    return figures.getOrDefault(label, List.of());
  }
}
