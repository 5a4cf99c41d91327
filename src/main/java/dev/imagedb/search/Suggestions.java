package dev.imagedb.search;

import dev.imagedb.fault.Spelling;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.Filter;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds out why a plan finds nothing.
record Suggestions(PhotoReader photos) {
  List<Suggestion> of(Plan plan) {
    List<Filter> filters = plan.selection().filters();
    List<Suggestion> all = new ArrayList<>();
    filters.stream().flatMap(this::misspelt).forEach(all::add);
    if (all.isEmpty()) {
      filters.stream().flatMap(filter -> without(plan, filter)).forEach(all::add);
    }
    if (all.isEmpty() && filters.size() > 1) {
      all.add(new Suggestion.AllTogether());
    }
    return all;
  }

  private Stream<Suggestion> misspelt(Filter filter) {
    return switch (filter) {
      case Filter.Camera(String words) -> didYouMean(filter, words, Facet.CAMERA);
      case Filter.Lens(String words) -> didYouMean(filter, words, Facet.LENS);
      case Filter.Where _,
          Filter.Taken _,
          Filter.Near _,
          Filter.Box _,
          Filter.Extension _,
          Filter.Under _,
          Filter.Size _,
          Filter.Shaped _,
          Filter.Rated _ ->
          Stream.empty();
    };
  }

  /// Names near to what was typed, where no picture at all has that.
  private Stream<Suggestion> didYouMean(Filter filter, String typed, Facet facet) {
    if (photos.count(filtered(List.of(filter))) > 0) {
      return Stream.empty();
    }
    FacetCounts known = photos.facets(filtered(List.of()), List.of(facet)).getFirst();
    List<String> near =
        Spelling.near(
            typed, known.values().stream().flatMap(name -> namesIn(name.value())).toList());
    return near.isEmpty() ? Stream.empty() : Stream.of(new Suggestion.DidYouMean(filter, near));
  }

  /// The whole name, and each word of it: people type `X100V` for a `FinePix X100V`.
  private static Stream<String> namesIn(String name) {
    return Stream.concat(Stream.of(name), Stream.of(name.split("\\s+")));
  }

  private Stream<Suggestion> without(Plan plan, Filter filter) {
    List<Filter> others =
        plan.selection().filters().stream().filter(other -> !other.equals(filter)).toList();
    long pictures = photos.count(plan.within(plan.selection().passing(others)));
    return pictures == 0 ? Stream.empty() : Stream.of(new Suggestion.Without(filter, pictures));
  }

  private static Plan filtered(List<Filter> filters) {
    return new Plan(null, List.of(), Selection.best(1).passing(filters));
  }
}
