package dev.imagedb.cli;

import dev.imagedb.embed.hub.KnownModel;
import dev.imagedb.embed.hub.KnownModels;
import dev.imagedb.manual.Command;
import dev.imagedb.manual.Manual;
import dev.imagedb.manual.Operand;
import dev.imagedb.manual.Option;
import dev.imagedb.manual.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Describes commands by what they say of themselves to picocli.
final class Descriptions {
  private static final String BUILTIN = "builtin";

  private Descriptions() {}

  static Manual of(CommandLine line) {
    Stream<String> names = KnownModels.shortNames().stream().map(KnownModel::name);
    return new Manual(
        command(line.getCommandSpec()), Stream.concat(Stream.of(BUILTIN), names).toList());
  }

  private static Command command(CommandSpec spec) {
    UsageMessageSpec usage = spec.usageMessage();
    return new Command(
        spec.name(),
        Stream.of(usage.description()).map(String::format).toList(),
        spec.positionalParameters().stream().map(Descriptions::operand).toList(),
        spec.options().stream()
            .filter(option -> !option.hidden())
            .map(Descriptions::option)
            .toList(),
        spec.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .map(Descriptions::command)
            .toList(),
        examples(spec.root().name(), usage));
  }

  private static Operand operand(PositionalParamSpec spec) {
    return new Operand(value(spec), spec.required(), spec.arity().max() > 1, text(spec));
  }

  private static Option option(OptionSpec spec) {
    boolean takesValue = spec.arity().max() > 0;
    return new Option(
        List.of(spec.names()), takesValue ? value(spec) : null, spec.isMultiValue(), text(spec));
  }

  /// A label that is too long to name all words stands for them.
  private static Value value(ArgSpec spec) {
    Value labelled = Value.of(spec.paramLabel(), !spec.splitRegex().isEmpty());
    return labelled.words().isEmpty() ? labelled.of(ArgumentFault.allowed(spec)) : labelled;
  }

  private static String text(ArgSpec spec) {
    return String.join(" ", spec.description());
  }

  /// The lines of a help that begin with the program's name.
  private static List<String> examples(String program, UsageMessageSpec usage) {
    return Stream.of(usage.header(), usage.footer())
        .flatMap(Arrays::stream)
        .map(String::strip)
        .filter(line -> line.startsWith(program + " "))
        .toList();
  }
}
