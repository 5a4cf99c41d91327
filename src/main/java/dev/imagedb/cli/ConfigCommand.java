package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.ConfigPrinter;
import dev.imagedb.settings.Settings;
import dev.imagedb.settings.SettingsFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `imagedb config`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Show which options are set for all runs: where, and whether they count.",
    footer = {
      "  imagedb config",
      "  imagedb config --path",
      "  echo 'search.limit = 50' >> ~/.config/imagedb/config.properties",
      "  IMAGEDB_SEARCH_LIMIT=50 imagedb search \"a dog\"",
      "Any option can be set by its long name, for one command (search.limit) or for all (limit). An",
      "option that is typed counts before a variable, a variable before the file in the database's",
      "folder, that before the user's file. A switch is set to true or false, and --hidden=false",
      "undoes it for one run; a list has a line a value. --no-config passes all of it by."
    })
final class ConfigCommand implements Callable<Integer> {
  private final Program program;

  @Option(
      names = "--path",
      description = "Print where the files lie, whether they are there or not.")
  private boolean path;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Mixin private DatabaseOption database = new DatabaseOption();

  ConfigCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<SettingsFile> files =
        List.of(
            Settings.databaseFile(program.location(database)),
            Settings.userFile(program.variables(), program.home()));
    ConfigPrinter printer = new ConfigPrinter(program.console());
    if (path) {
      printer.printFiles(files, json);
      return ExitCode.DONE.code();
    }
    Settings settings =
        Settings.of(program.variables(), program.home(), OptionIndex::commands)
            .in(program.location(database));
    SettingNames names = new SettingNames(settings, "");
    if (json) {
      printer.printJson(settings, names::doubt);
    } else {
      printer.printText(settings, names::doubt, files);
    }
    return ExitCode.DONE.code();
  }
}
