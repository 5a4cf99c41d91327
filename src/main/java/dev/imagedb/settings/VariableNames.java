package dev.imagedb.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reads options in variables: `IMAGEDB_LIMIT`, and `IMAGEDB_SEARCH_LIMIT` for one command.
final class VariableNames {
  private static final String PREFIX = "IMAGEDB_";

  /// The launcher's own, which end before Java begins, and the one that names a viewer.
  private static final Set<String> NO_OPTIONS =
      Set.of("IMAGEDB_JAVA_HOME", "IMAGEDB_JAVA_OPTIONS", "IMAGEDB_OPENER");

  private VariableNames() {}

  /// All that the environment sets, for one command before for all, in the order of the names. A
  /// variable of several lines sets several values; one that is set to nothing is not set.
  static List<Setting> settings(Map<String, String> environment, Supplier<Set<String>> commands) {
    List<Setting> settings = new ArrayList<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !NO_OPTIONS.contains(name)) {
            add(name, value, commands.get(), settings);
          }
        });
    settings.sort(
        Comparator.comparing((Setting setting) -> setting.command().isEmpty())
            .thenComparing(Setting::name));
    return settings;
  }

  private static void add(String name, String value, Set<String> commands, List<Setting> settings) {
    String plain = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    String command =
        commands.stream().filter(each -> plain.startsWith(each + "-")).findFirst().orElse("");
    String option = command.isEmpty() ? plain : plain.substring(command.length() + 1);
    Origin origin = new Origin.Variable(name);
    value
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> settings.add(new Setting(command, option, line.strip(), origin)));
  }
}
