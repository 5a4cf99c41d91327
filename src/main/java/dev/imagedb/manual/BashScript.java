package dev.imagedb.manual;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.imagedb.manual.Manual.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Cases of commands, and of commands with the option before the cursor. Bash shows no
/// descriptions.
record BashScript() implements CompletionScript {
  /// What the cases call.
  private static final String FUNCTIONS =
      """
      # Completes imagedb in bash. Written by: imagedb completion bash

      # Answers with what compgen finds for these arguments and the letters that are typed.
      _imagedb_find() {
        local found
        while IFS= read -r found; do
          COMPREPLY+=("$found")
        done < <(compgen "$@")
      }

      _imagedb_words() {
        _imagedb_find -W "$1" -- "$word"
      }

      # Several words, with commas between them.
      _imagedb_joined() {
        _imagedb_find -P "${word%"${word##*,}"}" -W "$1" -- "${word##*,}"
      }

      _imagedb_files() {
        compopt -o filenames 2>/dev/null
        _imagedb_find -f -- "$word"
      }

      _imagedb_folders() {
        compopt -o filenames 2>/dev/null
        _imagedb_find -d -- "$word"
      }

      """;

  @Override
  public String of(Manual manual) {
    List<Place> places = manual.places();
    String steps = places.stream().skip(1).map(BashScript::step).collect(joining(" | "));
    String words =
        places.reversed().stream()
            .map(place -> words(place, manual.models()))
            .collect(joining("\n"));
    return FUNCTIONS
        + """
          _imagedb() {
            local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' i
            # Readline takes --option=value for three words.
            if [[ $word == = ]]; then
              word=
            elif [[ $before == = ]]; then
              before=${COMP_WORDS[COMP_CWORD - 2]}
            fi
            for ((i = 1; i < COMP_CWORD; i++)); do
              case $command/${COMP_WORDS[i]} in
                %s)
                  command=${command:+$command/}${COMP_WORDS[i]} ;;
              esac
            done
            case $command/$before in
          %s
            esac
            case $command/$word in
          %s
            esac
          }

          complete -F _imagedb imagedb
          """
            .formatted(steps, cases(values(places, manual.models())), words);
  }

  /// How a word leads from the command before it to this one.
  private static String step(Place place) {
    return (place.path().size() == 1 ? "/" : "") + path(place);
  }

  private static String path(Place place) {
    return String.join("/", place.path());
  }

  /// What completes the value of an option.
  ///
  /// @param option with the path of its command
  private record Completed(String option, String answer) {}

  /// The options that take a value, by what completes it.
  private static Map<String, List<String>> values(List<Place> places, List<String> models) {
    return places.stream()
        .flatMap(place -> values(place, models))
        .collect(
            groupingBy(
                Completed::answer, LinkedHashMap::new, mapping(Completed::option, toList())));
  }

  private static Stream<Completed> values(Place place, List<String> models) {
    List<Completed> values = new ArrayList<>();
    for (Option option : place.command().options()) {
      Value value = option.value();
      if (value != null) {
        String answer = answer(value, models);
        option.names().forEach(name -> values.add(new Completed(path(place) + "/" + name, answer)));
      }
    }
    return values.stream();
  }

  private static String cases(Map<String, List<String>> patterns) {
    return patterns.entrySet().stream()
        .map(
            each ->
                "    %s)\n      %sreturn ;;"
                    .formatted(
                        String.join(" | ", each.getValue()),
                        each.getKey().isEmpty() ? "" : each.getKey() + "\n      "))
        .collect(joining("\n"));
  }

  /// The options of a command, its commands, and what may be typed after it without an option.
  private static String words(Place place, List<String> models) {
    Command command = place.command();
    String options =
        command.options().stream().flatMap(option -> option.names().stream()).collect(joining(" "));
    String commands = command.commands().stream().map(Command::name).collect(joining(" "));
    Stream<String> operands =
        command.operands().stream().map(operand -> answer(operand.value(), models));
    String others =
        Stream.concat(commands.isEmpty() ? Stream.empty() : Stream.of(wordsOf(commands)), operands)
            .filter(answer -> !answer.isEmpty())
            .distinct()
            .collect(joining("\n      "));
    String after =
        others.isEmpty() ? "" : "\n    %s/*)\n      %s ;;".formatted(path(place), others);
    return "    %s/-*)\n      %s ;;".formatted(path(place), wordsOf(options)) + after;
  }

  private static String wordsOf(String words) {
    return "_imagedb_words '" + words + "'";
  }

  /// What completes a value; empty where nothing can.
  private static String answer(Value value, List<String> models) {
    String words = value.words(models).collect(joining(" "));
    String named =
        words.isEmpty()
            ? ""
            : (value.joined() ? "_imagedb_joined '" + words + "'" : wordsOf(words));
    String files = value.isFile() ? "_imagedb_files" : value.isFolder() ? "_imagedb_folders" : "";
    return Stream.of(named, files).filter(answer -> !answer.isEmpty()).collect(joining("\n      "));
  }
}
