package dev.imagedb.crawl;

import dev.imagedb.crawl.Wildcard.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A line of a `.gitignore` ([gitignore](https://git-scm.com/docs/gitignore)).
///
/// @param takesBack whether what it matches is not left out after all (`!keep.jpg`)
/// @param foldersOnly whether it matches no files (`build/`)
/// @param path the names of a path below the rule's folder
record IgnoreRule(boolean takesBack, boolean foldersOnly, Wildcard<List<Integer>> path) {
  private static final Part<List<Integer>> ANY_FOLDERS = new Part.AnyNumber<>();
  private static final Pattern TRAILING_BLANKS = Pattern.compile("(?<!\\\\) +$");

  /// Reads a line.
  ///
  /// @return empty for what can match nothing: a comment, an empty line, an unfinished `[` or `\`
  static Optional<IgnoreRule> of(String line) {
    String text = withoutTrailingBlanks(line);
    if (text.startsWith("#")) {
      return Optional.empty();
    }
    boolean takesBack = text.startsWith("!");
    String pattern = takesBack ? text.substring(1) : text;
    boolean foldersOnly = pattern.endsWith("/");
    String names = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
    return path(names).map(path -> new IgnoreRule(takesBack, foldersOnly, path));
  }

  /// A backslash keeps the blank behind it, and that one only.
  private static String withoutTrailingBlanks(String line) {
    return TRAILING_BLANKS.matcher(line).replaceFirst("");
  }

  /// A pattern with a slash is bound to the rule's folder; another one is a name at any depth.
  private static Optional<Wildcard<List<Integer>>> path(String pattern) {
    String below = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    if (below.isEmpty()) {
      return Optional.empty();
    }
    List<Part<List<Integer>>> parts = new ArrayList<>();
    if (pattern.indexOf('/') < 0) {
      parts.add(ANY_FOLDERS);
    }
    GlobReader glob = new GlobReader(below);
    while (glob.hasNext()) {
      if (glob.skipsFolders()) {
        parts.add(ANY_FOLDERS);
      } else {
        Optional<Wildcard<Integer>> name = glob.name();
        if (name.isEmpty()) {
          return Optional.empty();
        }
        parts.add(new Part.One<>(name.get()::matches));
      }
    }
    return Optional.of(new Wildcard<>(parts));
  }

  /// Whether the rule is about this very entry.
  boolean matches(CrawledName entry) {
    return (entry.folder() || !foldersOnly) && path.matches(entry.names());
  }

  /// Whether the rule is about this entry, or a folder on the way to it.
  boolean matchesOrHolds(CrawledName entry) {
    return entry.fromTheTop().anyMatch(this::matches);
  }
}
