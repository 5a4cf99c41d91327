package dev.imagedb.shell;

import dev.imagedb.fault.UserException;
import dev.imagedb.output.TerminalText;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts.ValueCount;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.util.List;
import java.util.OptionalLong;

/// What the pictures of a database have, to complete lines with.
record IndexedValues(PhotoStore store) {
  /// More than anyone looks through.
  private static final int MOST = 200;

  private static final Plan EVERYTHING = new Plan(null, List.of(), Selection.best(1));

  /// How many pictures there are; empty where there is no database, or none that can be read.
  OptionalLong pictures() {
    try (PhotoReader reader = store.reader()) {
      return OptionalLong.of(reader.count(EVERYTHING));
    } catch (UserException _) {
      return OptionalLong.empty();
    }
  }

  /// The values of these facets, the most frequent first. Those that a terminal would obey or be
  /// misled by are left out, since they could not be typed anyhow.
  List<ValueCount> values(List<Facet> facets) {
    try (PhotoReader reader = store.reader()) {
      return reader.facets(EVERYTHING, facets).stream()
          .flatMap(each -> each.values().stream())
          .filter(each -> TerminalText.escape(each.value()).equals(each.value()))
          .limit(MOST)
          .toList();
    } catch (UserException _) {
      return List.of();
    }
  }

  /// The fields that `--where` can ask for.
  List<String> fields() {
    try (PhotoReader reader = store.reader()) {
      return reader.fieldNames();
    } catch (UserException _) {
      return List.of();
    }
  }
}
