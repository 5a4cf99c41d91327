package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.integrity.Difference;
import dev.imagedb.integrity.FileComparison;
import dev.imagedb.output.CheckPrinter;
import dev.imagedb.output.Console;
import dev.imagedb.output.Quantities;
import dev.imagedb.output.WorkProgressLine;
import dev.imagedb.store.Health;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.Upkeep;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `imagedb check`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Check that the database is whole: every file of it, and every picture in it.",
    footer = {
      "  imagedb check",
      "  imagedb check --deep",
      "Changes nothing without --repair. Exits with 1 where something is damaged, or differs."
    })
final class CheckCommand implements Callable<Integer> {
  private final Program program;

  @Option(
      names = "--deep",
      description = "Compare every picture with its file, too: whether it is there, its bytes.")
  private boolean deep;

  @Option(
      names = "--repair",
      description = "Take out what is damaged, and keep the database as it was beside it.")
  private boolean repair;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  @Mixin private DatabaseOption database = new DatabaseOption();
  @Mixin private WaitOption wait = new WaitOption();

  CheckCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    PhotoStore store = wait.on(program.store(database), program.console());
    Upkeep upkeep = store.upkeep();
    Health health = repair ? upkeep.repair(this::announce) : upkeep.examine();
    List<Difference> differences = deep && health.isSound() ? differences(store) : List.of();
    print(health, differences);
    return outcome(health, differences).code();
  }

  private List<Difference> differences(PhotoStore store) {
    try (PhotoReader reader = store.reader();
        WorkProgressLine progress = new WorkProgressLine(program.console(), "file")) {
      long total = reader.status().pictures() + reader.status().skipped();
      return new FileComparison(reader).differences(done -> progress.update(done, total));
    }
  }

  private void announce(Upkeep.Repair planned) {
    Console console = program.console();
    console.warn(
        "taking out %s; all files as they were are kept in %s until you delete it"
            .formatted(
                Quantities.count(planned.found().damagedPictures(), "damaged picture"),
                planned.kept()));
  }

  private void print(Health health, List<Difference> differences) {
    CheckPrinter printer = new CheckPrinter(program.console());
    if (json) {
      printer.printJson(health, differences);
    } else {
      printer.printText(health, differences);
    }
  }

  /// What was repaired is no failure; pictures that are gone by it are told how to come back.
  private ExitCode outcome(Health health, List<Difference> differences) {
    if (health.damagedPictures() > 0) {
      String next = repair ? "imagedb index" : "imagedb check --repair";
      program.console().hint(next);
    } else if (!differences.isEmpty()) {
      program.console().hint("imagedb index");
    }
    boolean isWhole = health.isSound() || (repair && health.damagedPictures() > 0);
    return isWhole && differences.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
