package dev.imagedb.crawl;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `.imagedbignore` files in force in a folder: its own first, then those of the folders around
/// it up to the root. The nearest file in which a rule matches decides, as
/// [gitignore](https://git-scm.com/docs/gitignore) has it.
final class IgnoreRules {
  static final String FILE_NAME = ".imagedbignore";

  /// No rule yet: what holds at a root.
  static final IgnoreRules NONE = new IgnoreRules(null, 0, IgnoreFile.NONE);

  private final @Nullable IgnoreRules outer;

  /// How many characters of a path below the root lead to this file's folder.
  private final int prefixLength;

  private final IgnoreFile file;

  private IgnoreRules(@Nullable IgnoreRules outer, int prefixLength, IgnoreFile file) {
    this.outer = outer;
    this.prefixLength = prefixLength;
    this.file = file;
  }

  /// These rules, and in front of them those of a file.
  ///
  /// @param prefix the path from the root to the file's folder, ending in a slash unless it is
  ///   empty
  IgnoreRules with(IgnoreFile file, String prefix) {
    return new IgnoreRules(this, prefix.length(), file);
  }

  /// Whether an entry is left out.
  ///
  /// @param path from the root to the entry, with slashes
  boolean ignore(String path, boolean folder) {
    for (IgnoreRules rules = this; rules.outer != null; rules = rules.outer) {
      Optional<Boolean> answer = rules.file.leavesOut(path.substring(rules.prefixLength), folder);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return false;
  }
}
