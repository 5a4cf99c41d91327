package dev.imagedb.shell;

import dev.imagedb.manual.Command;
import dev.imagedb.manual.Manual;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The commands that a line may begin with: the program's, and the shell's own.
final class Vocabulary {
  /// What people type out of habit, and paste.
  static final String PROGRAM = "imagedb";

  static final String SEARCH = "search";
  static final String LIKE = "like";

  /// What the shell knows beside the program's commands.
  static final List<Command> OWN =
      List.of(
          own("open", "Show hit N, or a file, in the desktop's viewer; !N is the same."),
          own(LIKE, "Search for more pictures like hit N."),
          own("more", "Show the next page of the last search."),
          own("help", "Tell what can be typed; of a command, its options."),
          own("exit", "Leave; so does Ctrl-D."));

  private final Manual manual;

  Vocabulary(Manual manual) {
    this.manual = manual;
  }

  private static Command own(String name, String does) {
    return new Command(name, List.of(does), List.of(), List.of(), List.of(), List.of());
  }

  /// A command, and how many words of a line name it: none where it is only meant.
  record Found(Command command, int words) {}

  /// The program's commands, and then the shell's own.
  List<Command> commands() {
    return Stream.concat(manual.program().commands().stream(), OWN.stream()).toList();
  }

  /// Names that a model can be given by.
  List<String> models() {
    return manual.models();
  }

  /// Whether a line that begins so is a command of the program, rather than words.
  boolean isOfProgram(String name) {
    return manual.program().command(name).isPresent();
  }

  /// The command whose options and operands a line takes. Words that name none are a search, and
  /// what `like` takes beside its pictures is a search's, too.
  Found command(List<String> words) {
    int first = words.size() > 1 && words.getFirst().equals(PROGRAM) ? 1 : 0;
    if (first == words.size()) {
      return new Found(search(), first);
    }
    String name = words.get(first);
    Optional<Command> known =
        commands().stream().filter(each -> each.name().equals(name)).findFirst();
    return known
        .map(command -> below(command, words, first + 1))
        .orElseGet(() -> new Found(search(), first));
  }

  private Found below(Command command, List<String> words, int next) {
    if (command.name().equals(LIKE)) {
      return new Found(search(), next);
    }
    Optional<Command> further =
        next < words.size() ? command.command(words.get(next)) : Optional.empty();
    return further
        .map(each -> below(each, words, next + 1))
        .orElseGet(() -> new Found(command, next));
  }

  private Command search() {
    return manual.program().command(SEARCH).orElseThrow();
  }
}
