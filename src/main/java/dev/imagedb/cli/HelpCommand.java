package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `imagedb help`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    description = "Show all that a command can do, at length.",
    footer = {"  imagedb help search", "  imagedb help models pull"})
final class HelpCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Which one. Default: imagedb.")
  private List<String> command = List.of();

  HelpCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    CommandTree.printHelp(program, command);
    return ExitCode.DONE.code();
  }
}
