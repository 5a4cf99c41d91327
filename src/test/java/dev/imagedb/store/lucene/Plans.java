package dev.imagedb.store.lucene;

import dev.imagedb.store.Direction;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import dev.imagedb.store.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans for tests.
final class Plans {
  private Plans() {}

  static Plan nearest(float[] vector, int limit) {
    return of(vector, null, Selection.best(limit));
  }

  static Plan nearestExactly(float[] vector, int limit) {
    return of(vector, null, Selection.best(limit).exactly());
  }

  static Plan worded(String text, int limit) {
    return of(null, text, Selection.best(limit));
  }

  static Plan of(float @Nullable [] vector, @Nullable String text, Selection selection) {
    return new Plan(
        vector == null ? null : Direction.of(vector),
        text == null ? List.of() : List.of(new Words(text, 1)),
        selection);
  }
}
