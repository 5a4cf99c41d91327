package dev.imagedb.manual;

import static java.util.stream.Collectors.joining;

import dev.imagedb.manual.Manual.Place;
import java.util.List;
import java.util.stream.Stream;

/// A function for each command, which tells zsh's `_arguments` its options and operands (zshcompsys
/// of zsh's manual).
record ZshScript() implements CompletionScript {
  private static final String NEXT = " \\\n    ";

  @Override
  public String of(Manual manual) {
    String functions =
        manual.places().reversed().stream()
            .map(place -> function(place, manual.models()))
            .collect(joining("\n"));
    return """
    #compdef imagedb
    # Completes imagedb in zsh. Written by: imagedb completion zsh

    %s
    _imagedb "$@"
    """
        .formatted(functions);
  }

  private static String function(Place place, List<String> models) {
    Command command = place.command();
    String name = Stream.concat(Stream.of("_imagedb"), place.path().stream()).collect(joining("_"));
    Stream<String> options = command.options().stream().map(option -> option(option, models));
    if (command.commands().isEmpty()) {
      Stream<String> operands =
          command.operands().stream().map(operand -> operand(operand, models));
      return """
      %s() {
        _arguments \\
          %s
      }
      """
          .formatted(name, Stream.concat(options, operands).collect(joining(NEXT)));
    }
    String commands =
        command.commands().stream()
            .map(each -> quoted(each.name() + ":" + each.summary()))
            .collect(joining("\n        "));
    return """
      %1$s() {
        local curcontext=$curcontext state line ret=1
        local -a commands
        _arguments -C \\
          %2$s \\
          '1: :->command' \\
          '*:: :->arguments' && ret=0
        case $state in
          command)
            commands=(
              %3$s
            )
            _describe -t commands command commands && ret=0
            ;;
          arguments)
            curcontext=${curcontext%%:*}-$words[1]:
            _call_function ret %1$s_$words[1]
            ;;
        esac
        return ret
      }
      """
        .formatted(name, options.collect(joining(NEXT)), commands);
  }

  /// All names of an option, of which one keeps the others from being offered again.
  private static String option(Option option, List<String> models) {
    String told = "[" + option.summary().replaceAll("[\\[\\]\\\\]", "\\\\$0") + "]";
    Value value = option.value();
    String described = quoted(value == null ? told : told + ":" + takes(value, models));
    List<String> names = option.names().stream().map(name -> written(name, value != null)).toList();
    if (option.repeats()) {
      return names.stream().map(name -> quoted("*" + name) + described).collect(joining(NEXT));
    }
    return names.size() == 1
        ? names.getFirst() + described
        : "'(%s)'{%s}%s"
            .formatted(String.join(" ", option.names()), String.join(",", names), described);
  }

  /// A value follows a long name after `=` or a space, a short one at once or after a space.
  private static String written(String name, boolean takesValue) {
    if (!takesValue) {
      return name;
    }
    return name + (name.startsWith("--") ? "=" : "+");
  }

  private static String operand(Operand operand, List<String> models) {
    return quoted(
        (operand.repeats() ? "*:" : operand.required() ? ":" : "::")
            + takes(operand.value(), models));
  }

  /// A label, and what completes it.
  private static String takes(Value value, List<String> models) {
    String words = value.words(models).collect(joining(" "));
    String files = value.isFile() ? "_files" : value.isFolder() ? "_files -/" : "";
    String action;
    if (words.isEmpty()) {
      action = files.isEmpty() ? " " : files;
    } else if (value.joined()) {
      action = "_sequence compadd - " + words;
    } else if (files.isEmpty()) {
      action = "(" + words + ")";
    } else {
      action =
          "{_alternative \"words\\:name\\:(%s)\" \"files\\:file\\:%s\"}".formatted(words, files);
    }
    return value.label() + ":" + action;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
