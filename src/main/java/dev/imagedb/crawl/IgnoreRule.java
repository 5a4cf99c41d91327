package dev.imagedb.crawl;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.stream.Stream;

/// A line of a `.gitignore` ([gitignore](https://git-scm.com/docs/gitignore)).
///
/// @param takesBack whether what it matches is not left out after all (`!keep.jpg`)
/// @param foldersOnly whether it matches no files (`build/`)
/// @param atAnyDepth whether it is about names, wherever they are; else about paths
/// @param pattern of the names, or of the paths below the rule's folder
record IgnoreRule(boolean takesBack, boolean foldersOnly, boolean atAnyDepth, Pattern pattern) {
  private static final Pattern TRAILING_BLANKS = Pattern.compile("(\\\\ )? *$");

  /// Reads a line.
  ///
  /// @return empty for what can match nothing: a comment, an empty line, an unfinished `[` or `\`
  static Optional<IgnoreRule> of(String line) {
    String text = TRAILING_BLANKS.matcher(line).replaceFirst("$1");
    boolean takesBack = text.startsWith("!");
    String signed = takesBack ? text.substring(1) : text;
    boolean foldersOnly = signed.endsWith("/");
    String path = foldersOnly ? signed.substring(0, signed.length() - 1) : signed;
    boolean atAnyDepth = path.indexOf('/') < 0;
    String glob = path.startsWith("/") ? path.substring(1) : path;
    if (text.startsWith("#") || glob.isEmpty()) {
      return Optional.empty();
    }
    return GlobTranslation.of(glob)
        .map(pattern -> new IgnoreRule(takesBack, foldersOnly, atAnyDepth, pattern));
  }

  /// Whether the rule is about this very entry.
  ///
  /// @param path below the rule's folder, with slashes
  boolean matches(String path, boolean folder) {
    String looked = atAnyDepth ? path.substring(path.lastIndexOf('/') + 1) : path;
    return (folder || !foldersOnly) && pattern.matches(looked);
  }

  /// Whether the rule is about this entry, or a folder on the way to it.
  ///
  /// @param path below the rule's folder, with slashes
  boolean matchesOrHolds(String path, boolean folder) {
    return matches(path, folder)
        || Stream.iterate(
                path.lastIndexOf('/'), end -> end > 0, end -> path.lastIndexOf('/', end - 1))
            .anyMatch(end -> matches(path.substring(0, end), /* folder= */ true));
  }
}
