package dev.imagedb.crawl;

import dev.imagedb.crawl.Wildcard.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the names of a gitignore pattern, one after the other: `*`, `?`, `[a-z]`, and a backslash
/// before what shall mean itself. Signs are taken as git's wildmatch.c takes them.
final class GlobReader {
  private static final Part<Integer> STAR = new Part.AnyNumber<>();

  private final GlobSigns signs;

  GlobReader(String pattern) {
    signs = new GlobSigns(pattern);
  }

  boolean hasNext() {
    return signs.hasNext();
  }

  /// Passes `**`, or more stars, that stand for any number of folders; at a pattern's end something
  /// must be in them, for which one star is left.
  boolean skipsFolders() {
    int stars = 0;
    while (signs.peek(stars) == '*') {
      stars++;
    }
    return stars > 1
        && switch (signs.peek(stars)) {
          case '/' -> signs.take("*".repeat(stars) + "/");
          case GlobSigns.END -> signs.take("*".repeat(stars - 1));
          default -> false;
        };
  }

  /// The next name's pattern; passes the slash behind it.
  ///
  /// @return empty where it is unfinished, and so matches nothing
  Optional<Wildcard<Integer>> name() {
    List<Part<Integer>> parts = new ArrayList<>();
    for (int sign = signs.next(); sign != GlobSigns.END && sign != '/'; sign = signs.next()) {
      if (sign == '*') {
        parts.add(STAR);
      } else if (sign != '\\' || !signs.take("/")) {
        Optional<Predicate<Integer>> letter = letter(sign);
        if (letter.isEmpty()) {
          return Optional.empty();
        }
        parts.add(new Part.One<>(letter.get()));
      } else {
        break; // an escaped slash is one
      }
    }
    return Optional.of(new Wildcard<>(parts));
  }

  private Optional<Predicate<Integer>> letter(int sign) {
    return switch (sign) {
      case '?' -> Optional.of(_ -> true);
      case '[' -> BracketReader.read(signs);
      case '\\' -> itself(signs.next());
      default -> itself(sign);
    };
  }

  private static Optional<Predicate<Integer>> itself(int sign) {
    return sign == GlobSigns.END ? Optional.empty() : Optional.of(letter -> letter == sign);
  }
}
