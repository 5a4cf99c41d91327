package dev.imagedb.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The rules of one `.imagedbignore`, the last of which goes first: the last that matches decides.
record IgnoreFile(List<IgnoreRule> lastFirst) {
  static final IgnoreFile NONE = new IgnoreFile(List.of());

  /// Each entry below is compared with each rule, so that what a file may cost is bounded by its
  /// length: some thousands of patterns.
  private static final int MOST_BYTES = 1 << 18;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  IgnoreFile {
    lastFirst = List.copyOf(lastFirst);
  }

  /// Reads a file, as UTF-8.
  ///
  /// @throws IOException where it cannot be read, or is longer than anyone writes by hand
  static IgnoreFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new FileSystemException(
            file.toString(), null, "it is larger than 256 kB, so that none of its lines is obeyed");
      }
      return of(new String(bytes, UTF_8));
    }
  }

  /// Editors on Windows put a mark in front of UTF-8; git passes over it, and so do we.
  private static IgnoreFile of(String text) {
    String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return of(unmarked.lines().toList());
  }

  /// Rules, a line each.
  static IgnoreFile of(List<String> lines) {
    return new IgnoreFile(
        lines.stream().map(IgnoreRule::of).flatMap(Optional::stream).toList().reversed());
  }

  /// Whether an entry is left out; empty where no rule is about it.
  ///
  /// @param path below the file's folder, with slashes
  Optional<Boolean> leavesOut(String path, boolean folder) {
    return lastFirst.stream()
        .filter(rule -> rule.matches(path, folder))
        .findFirst()
        .map(rule -> !rule.takesBack());
  }
}
