package dev.imagedb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `imagedb shell`.
@Under("Find pictures")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Take commands at a prompt, without \"imagedb\" before them. Words that are no command are"
          + " searched for.",
      "The model stays loaded and the index open, so that the second search takes milliseconds;"
          + " that takes as much memory as the model is large.",
      "Type help there for what else it knows. From a pipe it reads a command a line."
    },
    footer = {"  imagedb shell", "  imagedb shell --db ~/photos/.imagedb < commands.txt"})
final class ShellCommand implements Callable<Integer> {
  private final Program program;

  @Mixin private DatabaseOption database = new DatabaseOption();

  ShellCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.shell().run(program.about(program.location(database)));
  }
}
