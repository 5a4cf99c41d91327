package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.SkippedPrinter;
import dev.imagedb.output.StatusPrinter;
import dev.imagedb.store.PhotoReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `imagedb status`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Show the database in numbers: pictures, model, size, what was skipped.",
    footer = {"  imagedb status", "  imagedb status --skipped"})
final class StatusCommand implements Callable<Integer> {
  private final Program program;

  @Option(names = "--skipped", description = "List the pictures that were skipped, and why.")
  private boolean skipped;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private DatabaseOption database = new DatabaseOption();

  StatusCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (PhotoReader reader = program.store(database).reader()) {
      if (skipped) {
        printSkipped(reader);
      } else {
        printStatus(reader);
      }
    }
    return ExitCode.DONE.code();
  }

  private void printSkipped(PhotoReader reader) {
    SkippedPrinter printer = new SkippedPrinter(program.console());
    if (json) {
      printer.printJson(reader.skipped());
    } else {
      printer.printText(reader.skipped());
    }
  }

  private void printStatus(PhotoReader reader) {
    StatusPrinter printer = new StatusPrinter(program.console());
    if (json) {
      printer.printJson(reader.status());
    } else {
      printer.printText(reader.status());
    }
  }
}
