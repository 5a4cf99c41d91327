package dev.imagedb.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads options in variables: `IMAGEDB_LIMIT`, and `IMAGEDB_SEARCH_LIMIT` for one command.
///
/// @param commands the names of all
record VariableNames(Set<String> commands) {
  private static final String PREFIX = "IMAGEDB_";

  /// The launcher's own, which end before Java begins.
  private static final Set<String> OF_THE_LAUNCHER =
      Set.of("IMAGEDB_JAVA_HOME", "IMAGEDB_JAVA_OPTIONS");

  /// All that the environment sets, in the order of the names. A variable of several lines sets
  /// several values; one that is set to nothing is not set.
  List<Setting> settings(Map<String, String> environment) {
    List<Setting> settings = new ArrayList<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !OF_THE_LAUNCHER.contains(name)) {
                value
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> settings.add(setting(name, line.strip())));
              }
            });
    return settings;
  }

  private Setting setting(String name, String value) {
    String plain = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    String command =
        commands.stream().filter(each -> plain.startsWith(each + "-")).findFirst().orElse("");
    String option = command.isEmpty() ? plain : plain.substring(command.length() + 1);
    return new Setting(command, option, value, new Origin.Variable(name));
  }
}
