package dev.imagedb.cli;

import dev.imagedb.doctor.Diagnosis;
import dev.imagedb.doctor.Doctor;
import dev.imagedb.doctor.Machine;
import dev.imagedb.doctor.Surroundings;
import dev.imagedb.doctor.Surroundings.Terminal;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.DoctorPrinter;
import dev.imagedb.output.Screen;
import dev.imagedb.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `imagedb doctor`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Check that all is here and well, and say what would mend it or make it faster.",
    footer = {
      "  imagedb doctor",
      "  imagedb doctor --deep",
      "Changes nothing. Exits with 1 where something does not work."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Program program;

  @Option(
      names = "--deep",
      description = "Hash the model's files, load it, and try it. Takes seconds.")
  private boolean deep;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Mixin private DatabaseOption database = new DatabaseOption();

  DoctorCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Diagnosis diagnosis = new Doctor(surroundings(), deep).examine();
    DoctorPrinter printer = new DoctorPrinter(program.console());
    if (json) {
      printer.printJson(diagnosis);
    } else {
      printer.printText(diagnosis);
    }
    return (diagnosis.isSound() ? ExitCode.DONE : ExitCode.FAILED).code();
  }

  private Surroundings surroundings() {
    Path location = program.location(database);
    Screen screen = program.console().screen();
    int width = screen.width().getAsInt();
    return new Surroundings(
        program.store(database),
        location,
        program.cacheFolder(),
        program.library(),
        List.of(
            Settings.databaseFile(location),
            Settings.userFile(program.variables(), program.home())),
        () -> doubts(location),
        Terminal.of(program.variables(), screen.showsOut(), width, screen.colour()),
        Machine.here());
  }

  private List<String> doubts(Path location) {
    Settings settings =
        Settings.of(program.variables(), program.home(), OptionIndex::commands).in(location);
    return new SettingNames(settings, "").doubts().toList();
  }
}
