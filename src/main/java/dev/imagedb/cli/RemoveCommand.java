package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb remove`.
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Forget pictures. The files themselves are never touched.")
final class RemoveCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Pictures, or folders with all that lies under them.")
  private List<Path> paths = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no summary.")
  private boolean quiet;

  @Mixin private DatabaseOption database = new DatabaseOption();

  RemoveCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<Path> roots =
        paths.stream()
            .map(path -> program.console().workingDirectory().resolve(path).normalize())
            .toList();
    PhotoStore store = program.store(database);
    int removed = remove(store, roots);
    if (removed == 0) {
      throw UserException.failed(
          "no picture of the database is at or under " + roots.getFirst(), "imagedb list --paths");
    }
    if (!quiet) {
      program.console().err().println("removed " + removed + " from the database");
    }
    return ExitCode.DONE.code();
  }

  private static int remove(PhotoStore store, List<Path> roots) {
    try (PhotoWriter writer = store.writer();
        PhotoReader reader = store.reader()) {
      Set<Path> stored = reader.known(roots).keySet();
      stored.forEach(writer::remove);
      writer.commit();
      return stored.size();
    }
  }
}
