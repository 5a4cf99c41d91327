package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.settings.Setting;
import dev.imagedb.settings.Settings;
import dev.imagedb.store.DatabaseLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A command line with what is set elsewhere put into it, in front of the command's own arguments,
/// so that all of it is converted, checked and refused alike.
///
/// What was typed counts first: neither an option of it is set from elsewhere, nor one that it
/// excludes. Used once.
final class ConfiguredArguments {
  private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "0");

  private final Program program;
  private final TypedArguments typed;
  private final List<String> added = new ArrayList<>();
  private final Map<String, Setting> sources = new HashMap<>();

  /// Options that can no longer be set, and by which setting that is so, if by one.
  private final Map<OptionSpec, Optional<Setting>> taken = new HashMap<>();

  ConfiguredArguments(Program program, TypedArguments typed) {
    this.program = program;
    this.typed = typed;
  }

  /// The command line.
  ///
  /// @throws UserException where settings cannot be read, or make no sense
  String[] all() {
    if (typed.areOpenToSettings()) {
      add(settings());
    }
    return typed.with(added);
  }

  /// Where an option's value was set; empty where it was typed, or is not given.
  ///
  /// @param option its longest name, hyphens in front
  Optional<Setting> source(String option) {
    return Optional.ofNullable(sources.get(option));
  }

  /// The setting whose option a message is about.
  Optional<Setting> sourceNamedIn(String message) {
    return sources.keySet().stream()
        .filter(option -> message.matches("(?s).*" + option + "(?![\\w-]).*"))
        .findFirst()
        .flatMap(this::source);
  }

  private Settings settings() {
    Settings user = Settings.of(program.variables(), program.home(), OptionIndex::commands);
    return typed.spec().findOption("--db") == null ? user : user.in(database(user));
  }

  /// The folder whose settings count, too: it must be known before they are.
  private Path database(Settings user) {
    @Nullable Path set =
        user.of(typed.command(), "db").stream()
            .map(this::value)
            .map(Path::of)
            .findFirst()
            .orElse(null);
    return DatabaseLocation.find(
        typed.database().orElse(set),
        program.variables(),
        program.console().workingDirectory(),
        program.home());
  }

  private void add(Settings settings) {
    if (settings.all().isEmpty()) {
      return;
    }
    new SettingNames(settings, typed.command()).doubts().forEach(program.console()::warn);
    typed.options().forEach(option -> take(option, Optional.empty()));
    for (Setting setting : settings.all()) {
      OptionSpec option = typed.spec().findOption("--" + setting.option());
      List<Setting> values = settings.of(typed.command(), setting.option());
      if (option != null && values.contains(setting) && isFree(option, setting)) {
        add(option, values);
      }
    }
  }

  private boolean isFree(OptionSpec option, Setting setting) {
    if (option.usageHelp() || option.versionHelp()) {
      return false;
    }
    Setting taker = taken.getOrDefault(option, Optional.empty()).orElse(null);
    if (taker != null && !taker.option().equals(setting.option()) && taker.isBeside(setting)) {
      throw UserException.usage(
          "%s: %s and %s exclude each other"
              .formatted(setting.origin(), setting.name(), taker.name()),
          "keep one of them; %s sets the other".formatted(taker.origin()));
    }
    return !taken.containsKey(option);
  }

  /// Takes an option, and those that it excludes.
  private void take(OptionSpec option, Optional<Setting> by) {
    taken.put(option, by);
    ArgGroupSpec group = option.group();
    if (group != null && group.exclusive()) {
      group.args().stream()
          .filter(OptionSpec.class::isInstance)
          .map(OptionSpec.class::cast)
          .forEach(other -> taken.putIfAbsent(other, by));
    }
  }

  private void add(OptionSpec option, List<Setting> values) {
    Setting first = values.getFirst();
    requireOneOrMany(option, values);
    if (isSwitch(option) && !isOn(first)) {
      taken.put(option, Optional.of(first));
      return;
    }
    take(option, Optional.of(first));
    sources.put(option.longestName(), first);
    for (Setting setting : values) {
      added.add(option.longestName() + (isSwitch(option) ? "" : "=" + value(setting)));
    }
  }

  private static boolean isSwitch(OptionSpec option) {
    return option.arity().max() == 0;
  }

  private static void requireOneOrMany(OptionSpec option, List<Setting> values) {
    if (values.size() > 1 && !option.isMultiValue()) {
      throw UserException.usage(
          "%s: %s takes one value".formatted(values.get(1).origin(), values.getFirst().name()),
          "keep one of them; %s sets it, too".formatted(values.getFirst().origin()));
    }
  }

  private static boolean isOn(Setting setting) {
    String value = setting.value().toLowerCase(Locale.ROOT);
    if (!TRUE.contains(value) && !FALSE.contains(value)) {
      throw UserException.usage(
          "%s: %s is \"%s\", expected true or false"
              .formatted(setting.origin(), setting.name(), setting.value()),
          setting.name() + " = true");
    }
    return TRUE.contains(value);
  }

  /// No shell has put the home folder in the place of `~`.
  private String value(Setting setting) {
    String value = setting.value();
    return value.startsWith("~/") ? program.home().resolve(value.substring(2)).toString() : value;
  }
}
