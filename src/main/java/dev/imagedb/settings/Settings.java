package dev.imagedb.settings;

import dev.imagedb.store.DatabaseLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Options that are set for many runs, the nearest place first: variables, the file in the
/// database's folder, the user's file. In each of them what is said for one command counts before
/// what is said for all. What counts replaces what lies behind it, lists too, so that every setting
/// can be undone from nearer by.
///
/// @param all in the order in which they count
public record Settings(List<Setting> all) {
  private static final Comparator<Setting> NEAREST_FIRST =
      Comparator.comparing((Setting setting) -> setting.origin().layer())
          .thenComparing(setting -> setting.command().isEmpty());

  public Settings {
    all = List.copyOf(all);
  }

  /// The user's file (XDG Base Directory): `imagedb/config.properties` in `$XDG_CONFIG_HOME`, or
  /// else in `~/.config`.
  public static SettingsFile userFile(Map<String, String> environment, Path home) {
    Path named = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
    Path folder = named.isAbsolute() ? named : home.resolve(".config");
    return new SettingsFile(Layer.USER, folder.resolve("imagedb").resolve("config.properties"));
  }

  /// The file that comes with a database.
  ///
  /// @param database its folder
  public static SettingsFile databaseFile(Path database) {
    return new SettingsFile(Layer.DATABASE, database.resolve(DatabaseLocation.SETTINGS_FILE));
  }

  /// What the environment and the user's file set.
  ///
  /// @param commands the names of all; asked for only where a variable may name one
  /// @throws dev.imagedb.fault.UserException where the file cannot be read
  public static Settings of(
      Map<String, String> environment, Path home, Supplier<Set<String>> commands) {
    return new Settings(VariableNames.settings(environment, commands))
        .and(userFile(environment, home).read());
  }

  /// These, and what a database's own file sets.
  ///
  /// @throws dev.imagedb.fault.UserException where the file cannot be read
  public Settings in(Path database) {
    return and(databaseFile(database).read());
  }

  private Settings and(List<Setting> others) {
    if (others.isEmpty()) {
      return this;
    }
    List<Setting> both = new ArrayList<>(all);
    both.addAll(others);
    return new Settings(both.stream().sorted(NEAREST_FIRST).toList());
  }

  /// What counts of an option for a command; empty where nothing is set.
  ///
  /// @return several only where one place gives several values
  public List<Setting> of(String command, String option) {
    List<Setting> said =
        all.stream()
            .filter(setting -> setting.option().equals(option) && setting.isFor(command))
            .filter(FolderRights::allow)
            .toList();
    return said.stream().filter(setting -> isSaidWith(said.getFirst(), setting)).toList();
  }

  /// Whether a setting may not come from where it comes from, and so counts for nothing.
  public boolean isRefused(Setting setting) {
    return !FolderRights.allow(setting);
  }

  /// What keeps a setting from counting: one from nearer by of the same option.
  public Optional<Setting> inFrontOf(Setting setting) {
    return all.stream()
        .takeWhile(nearer -> !nearer.equals(setting))
        .filter(nearer -> nearer.covers(setting) && !isSaidWith(nearer, setting))
        .filter(FolderRights::allow)
        .findFirst();
  }

  /// Whether two values are of one list.
  private static boolean isSaidWith(Setting one, Setting other) {
    return one.option().equals(other.option()) && one.isBeside(other);
  }
}
