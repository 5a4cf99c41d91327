package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.PhotoPrinter;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb show`.
@Under("Find pictures")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Show all that the database knows of one picture.",
    footer = {"  imagedb show ~/photos/cat.jpg"})
final class ShowCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(paramLabel = "FILE", description = "The picture.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  @Mixin private DatabaseOption database = new DatabaseOption();

  ShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Path path = program.console().workingDirectory().resolve(file).normalize();
    try (PhotoReader reader = program.store(database).reader()) {
      Photo photo =
          reader
              .find(path)
              .orElseThrow(
                  () ->
                      UserException.failed(
                          path + " is not in the database", "imagedb index " + path));
      PhotoPrinter printer = new PhotoPrinter(program.console());
      if (json) {
        printer.printJson(photo);
      } else {
        printer.printText(photo);
      }
    }
    return ExitCode.DONE.code();
  }
}
