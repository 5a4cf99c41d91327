package dev.imagedb.output;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.FacetCounts.ValueCount;
import java.util.List;

/// Prints counts on standard output.
public final class FacetPrinter {
  private final Console console;

  public FacetPrinter(Console console) {
    this.console = console;
  }

  /// How many match, and nothing else.
  public void print(long count, OutputFormat format) {
    switch (format) {
      case TABLE, CSV -> console.out().println(count);
      case JSON, JSONL -> {
        Json json = Json.compact(console.out());
        json.object(() -> json.field("count", count));
        console.out().println();
      }
      case PATHS, PATHS0 -> throw noPaths("--count");
    }
    console.out().flush();
  }

  /// The counts of each facet, the most frequent values first.
  ///
  /// @param most how many values of each
  public void print(List<FacetCounts> facets, int most, OutputFormat format) {
    switch (format) {
      case TABLE -> table(facets, most);
      case CSV -> csv(facets, most);
      case JSON -> json(facets, most);
      case JSONL -> lines(facets, most);
      case PATHS, PATHS0 -> throw noPaths("--facet");
    }
    console.out().flush();
  }

  private static UserException noPaths(String option) {
    return UserException.usage(
        option + " prints no paths", "leave out --paths and -0, or add --json");
  }

  private void table(List<FacetCounts> facets, int most) {
    FactSheet sheet = new FactSheet(console);
    for (FacetCounts facet : facets) {
      sheet.group(FacetFields.name(facet));
      facet.values().stream()
          .limit(most)
          .forEach(each -> sheet.fact(each.value(), Quantities.count(each.count())));
      if (facet.values().size() > most) {
        sheet.fact("… %d more".formatted(facet.values().size() - most), "-k 1000 shows them");
      }
      sheet.fact("(none)", facet.without() == 0 ? null : Quantities.count(facet.without()));
    }
    sheet.print();
  }

  private void csv(List<FacetCounts> facets, int most) {
    CsvTable table = new CsvTable(console, List.of("facet", "value", "count"));
    for (FacetCounts facet : facets) {
      facet.values().stream()
          .limit(most)
          .forEach(each -> table.line(FacetFields.name(facet), each.value(), each.count()));
    }
  }

  private void json(List<FacetCounts> facets, int most) {
    Json json = Json.indented(console.out());
    json.object(() -> new FacetFields(json).facets(facets, most));
    console.out().println();
  }

  private void lines(List<FacetCounts> facets, int most) {
    for (FacetCounts facet : facets) {
      facet.values().stream().limit(most).forEach(each -> line(facet, each));
    }
  }

  private void line(FacetCounts facet, ValueCount each) {
    Json json = Json.compact(console.out());
    json.object(
        () -> {
          json.field("facet", FacetFields.name(facet));
          new FacetFields(json).value(each);
        });
    console.out().println();
  }
}
