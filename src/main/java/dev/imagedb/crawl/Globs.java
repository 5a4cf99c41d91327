package dev.imagedb.crawl;

import dev.imagedb.fault.UserException;
import java.util.List;
import java.util.Optional;

/// What `--include` and `--exclude` leave over. Paths are relative to their root, with slashes.
final class Globs {
  private final List<IgnoreRule> includes;
  private final List<IgnoreRule> excludes;

  Globs(CrawlRequest request) {
    includes = rules(request.includes());
    excludes = rules(request.excludes());
  }

  static void check(String option, List<String> globs) {
    for (String glob : globs) {
      if (IgnoreRule.of(glob).isEmpty()) {
        throw UserException.usage(
            "%s \"%s\" is no glob that could match a file".formatted(option, glob),
            "Write it as in a .gitignore, for example %s \"*.jpg\".".formatted(option));
      }
    }
  }

  boolean takesFile(String path) {
    return !matches(excludes, path, false)
        && (includes.isEmpty() || matches(includes, path, false));
  }

  /// Includes have no say here: a picture that they match may lie anywhere below.
  boolean entersFolder(String path) {
    return !matches(excludes, path, true);
  }

  private static List<IgnoreRule> rules(List<String> globs) {
    return globs.stream().map(IgnoreRule::of).flatMap(Optional::stream).toList().reversed();
  }

  /// Whether the last rule that matches the path, or a folder on the way to it, is no negated one.
  private static boolean matches(List<IgnoreRule> rules, String path, boolean folder) {
    return rules.stream()
        .filter(rule -> rule.matchesOrHolds(path, folder))
        .findFirst()
        .map(rule -> !rule.takesBack())
        .orElse(false);
  }
}
