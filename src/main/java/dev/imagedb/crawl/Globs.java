package dev.imagedb.crawl;

import dev.imagedb.fault.UserException;
import java.util.List;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/// What `--include` and `--exclude` leave over. Paths are relative to their root, with slashes.
final class Globs {
  private final List<FastIgnoreRule> includes;
  private final List<FastIgnoreRule> excludes;

  Globs(CrawlRequest request) {
    includes = rules(request.includes());
    excludes = rules(request.excludes());
  }

  static void check(String option, List<String> globs) {
    for (String glob : globs) {
      if (new FastIgnoreRule(glob).isEmpty()) {
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

  private static List<FastIgnoreRule> rules(List<String> globs) {
    return globs.stream().map(FastIgnoreRule::new).toList().reversed();
  }

  /// Whether the last rule that matches the path, or a folder on the way to it, is no negated one.
  private static boolean matches(List<FastIgnoreRule> rules, String path, boolean folder) {
    for (FastIgnoreRule rule : rules) {
      if (rule.isMatch(path, folder, false)) {
        return rule.getResult();
      }
    }
    return false;
  }
}
