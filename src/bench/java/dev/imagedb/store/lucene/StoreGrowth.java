package dev.imagedb.store.lucene;

import com.google.gson.GsonBuilder;
import dev.imagedb.store.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// How costs grow from a thousand pictures to a million.
///
/// Run with `mvn -q -Pbench test-compile exec:exec@growth`, and `-Dgrowth=1000,10000` for other
/// sizes. The libraries are made in `target` by the first run; the largest takes some 6 GB and as
/// many minutes as there are graphs to be built. Writes `target/benchmark/growth.md` and `.json`.
final class StoreGrowth {
  private static final Path RESULTS = Path.of("target", "benchmark");

  private final List<Measured> sizes = new ArrayList<>();

  private StoreGrowth() {}

  /// What a library costs.
  private record Measured(int pictures, Map<Cost, Double> costs) {

    double of(Cost cost) {
      return costs.getOrDefault(cost, Double.NaN);
    }

    /// 1 where a cost has grown from a smaller library to this as N log N does.
    double growth(Cost cost, Measured smaller) {
      return of(cost) / smaller.of(cost) * smaller.allowed() / allowed();
    }

    private double allowed() {
      return pictures * Math.log(pictures);
    }
  }

  /// Measures, prints and writes.
  ///
  /// @param sizes how many pictures, rising; one argument, parted by commas
  public static void main(String[] sizes) throws IOException {
    StoreGrowth growth = new StoreGrowth();
    for (String size : sizes[0].split(",", -1)) {
      growth.measure(Integer.parseInt(size));
    }
    System.out.print(growth.table());
    Files.createDirectories(RESULTS);
    Files.writeString(RESULTS.resolve("growth.md"), growth.table());
    Files.writeString(RESULTS.resolve("growth.json"), growth.json());
  }

  private void measure(int size) {
    BenchmarkLibrary library = new BenchmarkLibrary(size);
    Map<Cost, Double> costs = new LinkedHashMap<>();
    try (PhotoReader reader = library.store().reader()) {
      for (Cost cost : Cost.values()) {
        costs.put(cost, cost.of(library, reader));
      }
    }
    sizes.add(new Measured(size, costs));
  }

  /// A line a cost: its values, and its growth over the last step.
  private String table() {
    List<String> heading = new ArrayList<>(List.of("cost"));
    sizes.forEach(size -> heading.add("%,d".formatted(size.pictures())));
    heading.add("last step, of N log N");
    StringBuilder table = new StringBuilder(line(heading.stream()));
    table.append(line(heading.stream().map(_ -> "---")));
    for (Cost cost : Cost.values()) {
      List<String> cells = new ArrayList<>(List.of(cost.label()));
      sizes.forEach(size -> cells.add(number(size.of(cost))));
      cells.add(sizes.size() < 2 ? "" : number(lastStep(cost)));
      table.append(line(cells.stream()));
    }
    return table.toString();
  }

  private double lastStep(Cost cost) {
    return sizes.getLast().growth(cost, sizes.get(sizes.size() - 2));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String line(Stream<String> cells) {
    return "| " + String.join(" | ", cells.toList()) + " |\n";
  }

  private String json() {
    return new GsonBuilder().setPrettyPrinting().create().toJson(sizes);
  }
}
