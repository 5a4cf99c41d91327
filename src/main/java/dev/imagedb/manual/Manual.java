package dev.imagedb.manual;

import java.util.List;
import java.util.stream.Stream;

/// All commands.
///
/// @param program the command that the others stand under
/// @param models names that a model can be given by
public record Manual(Command program, List<String> models) {
  public Manual {
    models = List.copyOf(models);
  }

  /// A command and how one comes to it.
  ///
  /// @param path the names after the program's own: none for the program itself, `models`, `pull`
  record Place(List<String> path, Command command) {
    private Stream<Place> below() {
      Stream<Place> commands =
          command.commands().stream()
              .map(
                  each ->
                      new Place(
                          Stream.concat(path.stream(), Stream.of(each.name())).toList(), each));
      return Stream.concat(Stream.of(this), commands.flatMap(Place::below));
    }

    /// As it is typed after the program's name.
    String typed() {
      return String.join(" ", path);
    }
  }

  /// The program and every command, each before those that stand under it.
  List<Place> places() {
    return new Place(List.of(), program).below().toList();
  }
}
