package dev.imagedb.crawl;

import java.util.List;
import java.util.function.Predicate;

/// A pattern over a row of things: letters of a name, or names of a path.
///
/// It is matched without backtracking beyond the last part that stands for any number of things:
/// what an earlier one might take instead, the last one can take as well. So the work is at most
/// the product of both lengths, whatever a stranger writes.
///
/// @param <T> the things
record Wildcard<T>(List<Part<T>> parts) {
  Wildcard {
    parts = List.copyOf(parts);
  }

  /// What stands for things.
  sealed interface Part<T> {
    /// One thing, where it is taken.
    record One<T>(Predicate<T> takes) implements Part<T> {}

    /// Any number of things, or none.
    record AnyNumber<T>() implements Part<T> {}
  }

  /// Whether the pattern stands for these and no others.
  boolean matches(List<T> things) {
    int part = 0;
    int thing = 0;
    int behindStar = -1;
    int starEnd = 0;
    while (thing < things.size()) {
      if (isStar(part)) {
        behindStar = ++part;
        starEnd = thing;
      } else if (takes(part, things.get(thing))) {
        part++;
        thing++;
      } else if (behindStar >= 0) {
        part = behindStar;
        thing = ++starEnd;
      } else {
        return false;
      }
    }
    return parts.subList(part, parts.size()).stream().allMatch(Part.AnyNumber.class::isInstance);
  }

  private boolean isStar(int part) {
    return part < parts.size() && parts.get(part) instanceof Part.AnyNumber;
  }

  private boolean takes(int part, T thing) {
    return part < parts.size()
        && parts.get(part) instanceof Part.One<T>(Predicate<T> takes)
        && takes.test(thing);
  }
}
