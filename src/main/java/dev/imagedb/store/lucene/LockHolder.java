package dev.imagedb.store.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The process that writes to a database, as it noted it in a file beside the lock. The lock alone
/// keeps others out; the note only tells them by whom, and none is missed.
///
/// @param pid the system's number of the process
/// @param started when it began; numbers are given to new processes again
/// @param command what was typed
record LockHolder(long pid, Instant started, String command) {
  /// The file's name: number, start and command, a line each.
  static final String FILE = "writer";

  private static final String MAIN_CLASS = "dev.imagedb.Main";
  private static final int LONGEST_COMMAND = 200;

  /// Systems tell the start of a process to a hundredth of a second, or to a second.
  private static final Duration GRAIN = Duration.ofSeconds(2);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /// This process.
  static LockHolder here() {
    ProcessHandle self = ProcessHandle.current();
    ProcessHandle.Info info = self.info();
    return new LockHolder(self.pid(), info.startInstant().orElse(Instant.EPOCH), typed(info));
  }

  private static String typed(ProcessHandle.Info info) {
    List<String> words = Arrays.asList(info.arguments().orElse(new String[0]));
    int main = words.indexOf(MAIN_CLASS);
    String typed =
        main < 0 ? "imagedb" : "imagedb " + String.join(" ", words.subList(main + 1, words.size()));
    String line = typed.strip().replaceAll("\\R", " ");
    return line.length() <= LONGEST_COMMAND ? line : line.substring(0, LONGEST_COMMAND) + "…";
  }

  /// Who noted itself in a database's folder, where that process is alive on this machine.
  static Optional<LockHolder> in(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(FILE));
      return lines.size() == 3
          ? Optional.of(
                  new LockHolder(
                      Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)))
              .filter(LockHolder::isAlive)
          : Optional.empty();
    } catch (IOException | NumberFormatException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .filter(start -> Duration.between(start, started).abs().compareTo(GRAIN) <= 0)
        .isPresent();
  }

  void note(Path folder) throws IOException {
    String note = pid + "\n" + started + "\n" + command + "\n";
    Files.writeString(folder.resolve(FILE), note, StandardCharsets.UTF_8);
  }

  /// `process 4711 (imagedb index /photos, since 2026-11-21 20:30:00)`.
  String told() {
    return "process %d (%s, since %s)"
        .formatted(pid, command, TIME.format(started.atZone(ZoneId.systemDefault())));
  }
}
