package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.manual.ManualPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `imagedb man`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    description = "Print the manual page of all commands, for man to show.",
    footer = {"  imagedb man | man -l -", "  imagedb man > ~/.local/share/man/man1/imagedb.1"})
final class ManualCommand implements Callable<Integer> {
  private final Program program;

  ManualCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    PrintWriter out = program.console().out();
    out.print(ManualPage.of(CommandTree.manual(program)));
    out.flush();
    return ExitCode.DONE.code();
  }
}
