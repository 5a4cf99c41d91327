package dev.imagedb.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Results as JSON: every figure of every round, and the medians of what is compared.
record ResultJson(Conditions conditions, List<Result> results) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @Override
  public String toString() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("date", conditions.date().toString());
    all.put("processor", conditions.processor());
    all.put("cores", conditions.cores());
    all.put("memoryBytes", conditions.memoryBytes());
    all.put("input", conditions.input());
    all.put("ours", conditions.ours());
    all.put("theirs", conditions.theirs());
    all.put("rows", results.stream().map(ResultJson::row).toList());
    return GSON.toJson(all);
  }

  private static Map<String, Object> row(Result result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", result.row());
    row.put("unit", result.unit());
    row.put("figures", result.figures());
    row.put("failures", result.failures());
    row.put(
        "comparisons",
        result.comparisons().stream().map(comparison -> comparison(result, comparison)).toList());
    return row;
  }

  private static Map<String, Object> comparison(Result result, Comparison comparison) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("ours", comparison.ours());
    if (comparison.theirs() != null) {
      told.put("theirs", comparison.theirs());
    }
    List<Double> measured = comparison.measured(result);
    if (!measured.isEmpty()) {
      told.put(comparison.theirs() == null ? "figure" : "ratio", Spread.of(measured));
    }
    Target target = comparison.target();
    if (target != null) {
      told.put("target", target.toString());
      if (!measured.isEmpty()) {
        told.put("met", target.isMetBy(Spread.of(measured).median()));
      }
    }
    return told;
  }
}
