package dev.imagedb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.fault.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which options each command has, by their long names without hyphens.
///
/// Read from a list, since to describe all commands takes as long as a search; a test keeps the
/// list true.
final class OptionIndex {
  private static final Map<String, List<String>> BY_COMMAND = read();

  private OptionIndex() {}

  static Set<String> commands() {
    return BY_COMMAND.keySet();
  }

  /// Whether a command has an option; of no command, whether any has it.
  static boolean has(String command, String option) {
    return options(command).contains(option);
  }

  /// The commands that have an option, in alphabetical order.
  static List<String> commandsWith(String option) {
    return commands().stream().filter(command -> has(command, option)).sorted().toList();
  }

  /// The option that was perhaps meant.
  ///
  /// @param command whose it is; empty where it may be any command's
  static Optional<String> nearest(String command, String option) {
    return Spelling.nearShort(option, options(command)).stream().findFirst();
  }

  private static Set<String> options(String command) {
    return BY_COMMAND.entrySet().stream()
        .filter(entry -> command.isEmpty() || entry.getKey().equals(command))
        .flatMap(entry -> entry.getValue().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = OptionIndex.class.getResourceAsStream("options.txt")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its list of options");
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.split("[: ]+"))
          .collect(
              Collectors.toUnmodifiableMap(
                  words -> words[0], words -> List.of(words).subList(1, words.length)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
