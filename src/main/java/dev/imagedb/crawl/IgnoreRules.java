package dev.imagedb.crawl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/// The `.imagedbignore` files in force in a folder: its own first, then those of the folders around
/// it up to the root. The nearest file in which a rule matches decides, as
/// [gitignore](https://git-scm.com/docs/gitignore) has it.
final class IgnoreRules {
  static final String FILE_NAME = ".imagedbignore";

  /// No rule yet: what holds at a root.
  static final IgnoreRules NONE = new IgnoreRules(null, 0, new IgnoreNode());

  private final @Nullable IgnoreRules outer;

  /// How many characters of a path below the root lead to this file's folder.
  private final int prefixLength;

  private final IgnoreNode node;

  private IgnoreRules(@Nullable IgnoreRules outer, int prefixLength, IgnoreNode node) {
    this.outer = outer;
    this.prefixLength = prefixLength;
    this.node = node;
  }

  /// These rules, and in front of them those of a file.
  ///
  /// @param prefix the path from the root to the file's folder, ending in a slash unless it is
  ///   empty
  IgnoreRules with(Path file, String prefix) throws IOException {
    IgnoreNode inner = new IgnoreNode();
    inner.parse(new ByteArrayInputStream(withoutByteOrderMark(Files.readAllBytes(file))));
    return new IgnoreRules(this, prefix.length(), inner);
  }

  /// Whether an entry is left out.
  ///
  /// @param path from the root to the entry, with slashes
  boolean ignore(String path, boolean folder) {
    for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
      Boolean answer = rules.node.checkIgnored(path.substring(rules.prefixLength), folder);
      if (answer != null) {
        return answer;
      }
    }
    return false;
  }

  /// Editors on Windows put EF BB BF in front of UTF-8; git passes over it, and so do we.
  private static byte[] withoutByteOrderMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }
}
