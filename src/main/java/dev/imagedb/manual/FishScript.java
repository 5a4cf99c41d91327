package dev.imagedb.manual;

import static java.util.stream.Collectors.joining;

import dev.imagedb.manual.Manual.Place;
import java.util.List;
import java.util.stream.Stream;

/// A line for each command and option, which holds where the words before the cursor have come to
/// its command.
record FishScript() implements CompletionScript {
  @Override
  public String of(Manual manual) {
    List<Place> places = manual.places();
    String steps =
        places.stream()
            .filter(place -> !place.path().isEmpty())
            .map(place -> (place.path().size() == 1 ? "/" : "") + path(place))
            .collect(joining(" "));
    String lines =
        places.stream().flatMap(place -> lines(place, manual.models())).collect(joining("\n"));
    return """
      # Completes imagedb in fish. Written by: imagedb completion fish

      # Whether the words before the cursor have come to this command.
      function __imagedb_at
          set -l path
          for word in (commandline -opc)[2..]
              if contains -- "$path/$word" %s
                  set path (string trim --left --chars=/ -- "$path/$word")
              end
          end
          test "$path" = "$argv[1]"
      end

      complete -c imagedb -f
      %s
      """
        .formatted(steps, lines);
  }

  private static String path(Place place) {
    return String.join("/", place.path());
  }

  private static Stream<String> lines(Place place, List<String> models) {
    String line = "complete -c imagedb -n '__imagedb_at \"" + path(place) + "\"' ";
    Command command = place.command();
    Stream<String> commands = command.commands().stream().map(FishScript::command);
    Stream<String> options = command.options().stream().map(option -> option(option, models));
    Stream<String> operands =
        command.operands().stream()
            .map(operand -> candidates(operand.value(), models))
            .filter(candidates -> !candidates.isEmpty());
    return Stream.of(commands, operands, options).flatMap(each -> each).map(line::concat);
  }

  private static String command(Command command) {
    return "-a " + command.name() + described(command.summary());
  }

  private static String option(Option option, List<String> models) {
    String names =
        option.names().stream()
            .map(
                name ->
                    name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
            .collect(joining(" "));
    Value value = option.value();
    return names + (value == null ? "" : " " + taken(value, models)) + described(option.summary());
  }

  /// Where no file is meant, none is offered.
  private static String taken(Value value, List<String> models) {
    return ((value.isFile() ? "-r " : "-x ") + candidates(value, models)).strip();
  }

  private static String described(String summary) {
    return " -d " + quoted(summary);
  }

  /// What completes a value; empty where nothing can.
  private static String candidates(Value value, List<String> models) {
    String words = value.words(models).collect(joining(" "));
    String folders = value.isFolder() && !value.isFile() ? "(__fish_complete_directories)" : "";
    String named = value.joined() ? "(__fish_append , " + words + ")" : words + " " + folders;
    String offered = named.isBlank() ? "" : "-a " + quoted(named.strip());
    return value.isFile() ? (offered + " -F").strip() : offered;
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
