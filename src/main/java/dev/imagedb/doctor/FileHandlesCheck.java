package dev.imagedb.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many files the program may have open at once: an index has dozens a segment.
///
/// @param limit empty where it is not known
record FileHandlesCheck(OptionalLong limit) implements Check {
  private static final Path LINUX = Path.of("/proc/self/limits");
  private static final Pattern LINE = Pattern.compile("(?m)^Max open files\\s+(\\d+)");
  private static final long ENOUGH = 1024;

  /// Of this process, as Linux tells.
  static FileHandlesCheck here() {
    try {
      return of(Files.readString(LINUX));
    } catch (IOException _) {
      return new FileHandlesCheck(OptionalLong.empty());
    }
  }

  /// @param limits as `/proc/self/limits` has them
  static FileHandlesCheck of(String limits) {
    Matcher line = LINE.matcher(limits);
    return new FileHandlesCheck(
        line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty());
  }

  @Override
  public String subject() {
    return "files";
  }

  @Override
  public Finding examine() {
    if (limit.isEmpty()) {
      return Finding.ok("as many at once as the system allows");
    }
    String told = limit.getAsLong() + " may be open at once";
    return limit.getAsLong() < ENOUGH
        ? Finding.note(told, "where a large index cannot be opened: ulimit -n 4096")
        : Finding.ok(told);
  }
}
