package dev.imagedb.cli;

import static java.util.stream.Collectors.joining;

import dev.imagedb.fault.Spelling;
import dev.imagedb.fault.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line: what was typed, what was expected, and what was perhaps
/// meant.
final class ArgumentFault {
  /// How our own converters begin to say what they want.
  private static final String EXPECTED = ", expected ";

  private static final Map<Class<?>, String> NUMBERS =
      Map.of(
          int.class, "a whole number",
          Integer.class, "a whole number",
          double.class, "a number",
          Double.class, "a number");

  private final ParameterException wrong;
  private final CommandSpec command;

  private ArgumentFault(ParameterException wrong) {
    this.wrong = wrong;
    this.command = wrong.getCommandLine().getCommandSpec();
  }

  static UserException of(ParameterException wrong) {
    return new ArgumentFault(wrong).told();
  }

  private UserException told() {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched().getFirst());
      case MissingParameterException missing -> missing(missing.getMissing());
      case OverwrittenOptionException twice ->
          UserException.usage(name(twice.getOverwritten()) + " is given twice", "leave one out");
      default ->
          wrong.getArgSpec() != null && wrong.getValue() != null
              ? misfit(wrong.getArgSpec(), wrong.getValue())
              : asPicocliSays();
    };
  }

  private UserException asPicocliSays() {
    return UserException.usage(message(), help());
  }

  private String message() {
    return String.valueOf(wrong.getMessage()).replace('\n', ' ').replaceFirst("^Error: ", "");
  }

  private String help() {
    return command.qualifiedName() + " --help";
  }

  private UserException unmatched(String typed) {
    if (typed.startsWith("-")) {
      return unknownOption(typed.replaceFirst("=.*", ""));
    }
    return command.subcommands().isEmpty()
        ? UserException.usage(
            "%s takes no more arguments, not \"%s\"".formatted(command.qualifiedName(), typed),
            help())
        : unknownCommand(typed);
  }

  private UserException unknownOption(String typed) {
    String message = "%s has no option %s".formatted(command.qualifiedName(), typed);
    List<String> own =
        command.options().stream()
            .flatMap(option -> Stream.of(option.names()))
            .filter(name -> name.startsWith("--"))
            .toList();
    List<String> others = OptionIndex.commandsWith(typed.replaceFirst("^-+", ""));
    if (!others.isEmpty()) {
      return UserException.usage(
          message + "; it is one of " + String.join(", ", others),
          "imagedb " + others.getFirst() + " --help");
    }
    Optional<String> near = Spelling.nearShort(typed, own).stream().findFirst();
    return UserException.usage(message, near.orElse(help()));
  }

  /// What has several words is hardly a command: it is what people look for.
  private UserException unknownCommand(String typed) {
    Optional<String> near =
        Spelling.nearShort(typed, command.subcommands().keySet()).stream().findFirst();
    String meant =
        near.isEmpty() && typed.contains(" ")
            ? "imagedb search \"" + typed + "\""
            : near.map(name -> command.qualifiedName() + " " + name).orElse(help());
    return UserException.usage(
        "%s has no command \"%s\"".formatted(command.qualifiedName(), typed), meant);
  }

  private UserException missing(List<ArgSpec> arguments) {
    if (arguments.size() == 1
        && arguments.getFirst() instanceof OptionSpec option
        && !option.required()) {
      return UserException.usage(
          name(option) + " needs a value", name(option) + " " + option.paramLabel());
    }
    String names = arguments.stream().map(ArgumentFault::name).collect(joining(" or "));
    return UserException.usage("%s needs %s".formatted(command.qualifiedName(), names), help());
  }

  private UserException misfit(ArgSpec argument, String value) {
    List<String> allowed = allowed(argument);
    Optional<String> near = Spelling.nearShort(value, allowed).stream().findFirst();
    return expected(argument, allowed)
        .map(expected -> "%s is \"%s\", expected %s".formatted(name(argument), value, expected))
        .map(
            told ->
                UserException.usage(
                    told, near.map(name(argument).concat(" ")::concat).orElse(help())))
        .orElseGet(this::asPicocliSays);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /// The words that an argument takes; none where it takes others.
  static List<String> allowed(ArgSpec argument) {
    Object[] constants = argument.auxiliaryTypes()[0].getEnumConstants();
    return constants == null
        ? List.of()
        : Arrays.stream(constants).map(ArgumentFault::written).toList();
  }

  private static String written(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> expected(ArgSpec argument, List<String> allowed) {
    int known = message().indexOf(EXPECTED);
    if (known >= 0) {
      return Optional.of(message().substring(known + EXPECTED.length()));
    }
    if (!allowed.isEmpty()) {
      String last = allowed.getLast();
      return Optional.of(String.join(", ", allowed.subList(0, allowed.size() - 1)) + " or " + last);
    }
    return Optional.ofNullable(NUMBERS.get(argument.auxiliaryTypes()[0]));
  }
}
