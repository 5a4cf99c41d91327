package dev.imagedb.soak;

import dev.imagedb.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process of Java takes of the machine, by what Linux tells of it in `/proc` (`man 5
/// proc`).
///
/// @param resident memory that it holds, in megabytes
/// @param heap what is alive of its objects, in megabytes
/// @param handles open files and connections
/// @param replaced files of the database that are deleted already, and that it holds nevertheless
record Footprint(double resident, double heap, int handles, int threads, int replaced) {
  private static final double KILOBYTES = 1 << 10;
  private static final double BYTES = 1 << 20;
  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
  private static final String DELETED = " (deleted)";

  /// @param database whose files count as replaced
  static Footprint of(Process process, Path database) throws Exception {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    List<String> status = Files.readAllLines(proc.resolve("status"));
    List<String> handles = handles(proc);
    Stream<String> mapped = Files.readAllLines(proc.resolve("maps")).stream();
    return new Footprint(
        number(status, "VmRSS:") / KILOBYTES,
        liveBytes(process) / BYTES,
        handles.size(),
        (int) number(status, "Threads:"),
        (int)
            Stream.concat(mapped, handles.stream())
                .filter(line -> line.contains(database + "/") && line.endsWith(DELETED))
                .count());
  }

  private static long number(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> handles(Path proc) throws IOException {
    try (Stream<Path> handles = Files.list(proc.resolve("fd"))) {
      return handles.map(Footprint::target).toList();
    }
  }

  private static String target(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString();
    } catch (NoSuchFileException _) {
      return ""; // closed meanwhile
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A histogram counts what a full collection has left.
  private static long liveBytes(Process process) throws Exception {
    return Programs.jcmd(process, "GC.class_histogram")
        .lines()
        .map(TOTAL::matcher)
        .filter(Matcher::matches)
        .mapToLong(total -> Long.parseLong(total.group(1)))
        .findFirst()
        .orElseThrow();
  }
}
