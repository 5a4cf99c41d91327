package dev.imagedb.output;

import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.FacetCounts.ValueCount;
import java.util.List;
import java.util.Locale;

/// Counts in JSON.
public record FacetFields(Json json) {

  /// A field for each facet, without the braces: `{"values": [{"value": …, "count": …}, …],
  /// "without": …}`.
  ///
  /// @param most how many values of each, the most frequent first
  public void facets(List<FacetCounts> facets, int most) {
    facets.forEach(facet -> json.object(name(facet), () -> counts(facet, most)));
  }

  /// A facet's name in every format.
  static String name(FacetCounts facet) {
    return facet.facet().name().toLowerCase(Locale.ROOT);
  }

  /// One count, without the braces.
  void value(ValueCount each) {
    json.field("value", each.value()).field("count", each.count());
  }

  private void counts(FacetCounts facet, int most) {
    json.array("values", () -> values(facet.values(), most)).field("without", facet.without());
  }

  private void values(List<ValueCount> values, int most) {
    values.stream().limit(most).forEach(each -> json.object(() -> value(each)));
  }
}
