package dev.imagedb.manual;

import java.util.List;
import java.util.Optional;

/// A command.
///
/// @param description in paragraphs; the first says in a sentence what it does
/// @param operands what is typed after it without an option, in order
/// @param commands that stand under it
/// @param examples command lines that begin with the program's name
public record Command(
    String name,
    List<String> description,
    List<Operand> operands,
    List<Option> options,
    List<Command> commands,
    List<String> examples) {
  public Command {
    description = List.copyOf(description);
    operands = List.copyOf(operands);
    options = List.copyOf(options);
    commands = List.copyOf(commands);
    examples = List.copyOf(examples);
  }

  /// What it does, in a line without a full stop.
  public String summary() {
    return Sentence.first(description.isEmpty() ? "" : description.getFirst());
  }

  /// The command of this name that stands under it.
  public Optional<Command> command(String wanted) {
    return commands.stream().filter(each -> each.name().equals(wanted)).findFirst();
  }

  /// The option with this name, dashes included.
  public Optional<Option> option(String wanted) {
    return options.stream().filter(each -> each.names().contains(wanted)).findFirst();
  }
}
