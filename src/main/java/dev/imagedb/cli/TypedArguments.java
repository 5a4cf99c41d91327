package dev.imagedb.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// A command line as it was typed, looked at before anything is added to it. What is wrong with it
/// is for the real parsing to say.
final class TypedArguments {
  /// Commands that tell what is set, and must do so where that is wrong.
  private static final Set<String> JUDGES = Set.of("config", "doctor", "help");

  private final List<String> words;
  private final List<ParseResult> parsed = new ArrayList<>();

  private TypedArguments(List<String> words) {
    this.words = words;
  }

  static TypedArguments of(CommandLine line, String... words) {
    TypedArguments typed = new TypedArguments(List.of(words));
    setLenient(line, true);
    Optional<ParseResult> next = Optional.of(line.parseArgs(words));
    setLenient(line, false);
    while (next.isPresent()) {
      typed.parsed.add(next.get());
      next = Optional.ofNullable(next.get().subcommand());
    }
    return typed;
  }

  private static void setLenient(CommandLine line, boolean lenient) {
    line.getCommandSpec().parser().collectErrors(lenient);
    line.getSubcommands().values().forEach(command -> setLenient(command, lenient));
  }

  /// Whether settings have a say in it.
  boolean areOpenToSettings() {
    return parsed.size() > 1
        && !JUDGES.contains(command())
        && parsed.stream().noneMatch(TypedArguments::standsAlone);
  }

  private static boolean standsAlone(ParseResult part) {
    return part.isUsageHelpRequested()
        || part.isVersionHelpRequested()
        || part.hasMatchedOption("--no-config");
  }

  /// The name of the command: `models`, even for `models pull`.
  String command() {
    return parsed.get(1).commandSpec().name();
  }

  /// The command at the end: `pull` of `models pull`.
  CommandSpec spec() {
    return parsed.getLast().commandSpec();
  }

  /// Those with a value that they do not take, too.
  Stream<OptionSpec> options() {
    return parsed.stream()
        .flatMap(part -> Stream.concat(part.matchedOptions().stream(), misfits(part)));
  }

  private static Stream<OptionSpec> misfits(ParseResult part) {
    return part.errors().stream()
        .filter(ParameterException.class::isInstance)
        .map(error -> ((ParameterException) error).getArgSpec())
        .filter(OptionSpec.class::isInstance)
        .map(OptionSpec.class::cast);
  }

  /// The value of `--db`.
  Optional<Path> database() {
    return Optional.ofNullable(parsed.getLast().matchedOptionValue("--db", null));
  }

  /// What was typed, with words between the command and its arguments.
  String[] with(List<String> added) {
    int at = 0;
    for (ParseResult command : parsed.subList(1, parsed.size())) {
      at += words.subList(at, words.size()).indexOf(command.commandSpec().name()) + 1;
    }
    List<String> all = new ArrayList<>(words);
    all.addAll(at, added);
    return all.toArray(String[]::new);
  }
}
