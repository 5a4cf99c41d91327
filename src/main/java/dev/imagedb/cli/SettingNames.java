package dev.imagedb.cli;

import dev.imagedb.fault.Spelling;
import dev.imagedb.settings.Layer;
import dev.imagedb.settings.Setting;
import dev.imagedb.settings.Settings;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether what is set is an option at all, and may be set where it is.
///
/// Doubtful settings are passed over, and told of: a newer version may know what this one does not.
///
/// @param command that is run; of others' settings, only what is no option is told
record SettingNames(Settings settings, String command) {
  /// A line for each setting that is passed over.
  Stream<String> doubts() {
    return settings.all().stream()
        .flatMap(setting -> doubt(setting).map(doubt -> setting.origin() + ": " + doubt).stream());
  }

  /// What is wrong with a setting's name or place.
  Optional<String> doubt(Setting setting) {
    if (!setting.command().isEmpty() && !OptionIndex.commands().contains(setting.command())) {
      return Optional.of(
          "there is no command %s%s".formatted(setting.command(), meant(near(setting.command()))));
    }
    if (!OptionIndex.has(setting.command(), setting.option())) {
      return unknown(setting);
    }
    return settings.isRefused(setting) && concerns(setting)
        ? Optional.of(
            setting.name()
                + " is not obeyed here, since the file may come with a stranger's folder")
        : Optional.empty();
  }

  private static Optional<String> near(String name) {
    return Spelling.nearShort(name, OptionIndex.commands()).stream().findFirst();
  }

  /// Variables of this program's prefix may be another program's, unless they are a slip away.
  private static Optional<String> unknown(Setting setting) {
    Optional<String> near = OptionIndex.nearest(setting.command(), setting.option());
    boolean others = setting.origin().layer() == Layer.VARIABLES && near.isEmpty();
    String whose = setting.command().isEmpty() ? "there is no" : setting.command() + " has no";
    return others
        ? Optional.empty()
        : Optional.of("%s option %s%s".formatted(whose, setting.option(), meant(near)));
  }

  private static String meant(Optional<String> near) {
    return near.map(name -> "; did you mean " + name + "?").orElse("");
  }

  private boolean concerns(Setting setting) {
    return command.isEmpty()
        || setting.command().equals(command)
        || (setting.command().isEmpty() && OptionIndex.has(command, setting.option()));
  }
}
