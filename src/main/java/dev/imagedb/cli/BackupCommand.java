package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.Console;
import dev.imagedb.output.Quantities;
import dev.imagedb.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb backup`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Copy the database, while it is read and written.",
    footer = {
      "  imagedb backup ~/backups/pictures-2026-11",
      "  imagedb search \"a dog\" --db ~/backups/pictures-2026-11"
    })
final class BackupCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(
      paramLabel = "DIR",
      description = "Where the copy comes to lie: a new folder, or an empty one.")
  private Path target = Path.of("");

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no summary.")
  private boolean quiet;

  @Mixin private DatabaseOption database = new DatabaseOption();

  BackupCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Console console = program.console();
    Path absolute = console.workingDirectory().resolve(target).normalize();
    Backup backup = program.store(database).upkeep().backUp(absolute);
    if (!quiet) {
      console
          .err()
          .println(
              "%s, %s: copied to %s"
                  .formatted(
                      Quantities.count(backup.pictures(), "picture"),
                      Quantities.bytes(backup.bytes()),
                      console.shown(backup.database())));
    }
    return ExitCode.DONE.code();
  }
}
