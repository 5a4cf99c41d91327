package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.Console;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb remove`.
@Under("Put in order")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Forget pictures. The files themselves are never touched.",
    footer = {"  imagedb remove ~/photos/old"})
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
  @Mixin private WaitOption wait = new WaitOption();

  RemoveCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<Path> roots = Scope.of(paths, program.console().workingDirectory()).roots();
    PhotoStore store = wait.on(program.store(database), program.console());
    Removed removed = remove(store, roots);
    if (removed.isNothing()) {
      throw UserException.failed(
          "no picture of the database is at or under " + roots.getFirst(), "imagedb list --paths");
    }
    if (!quiet) {
      print(removed);
    }
    return ExitCode.DONE.code();
  }

  private record Removed(int pictures, List<Path> indexedFolders) {
    boolean isNothing() {
      return pictures == 0 && indexedFolders.isEmpty();
    }
  }

  /// Folders that were indexed are forgotten, too: the next run would otherwise bring their
  /// pictures back, or end because they are gone.
  private static Removed remove(PhotoStore store, List<Path> roots) {
    try (PhotoWriter writer = store.writer();
        PhotoReader reader = store.reader()) {
      Set<Path> stored = reader.known(roots).keySet();
      stored.forEach(writer::remove);
      List<Path> indexedFolders = writer.removeRoots(roots);
      writer.commit();
      return new Removed(stored.size(), indexedFolders);
    }
  }

  private void print(Removed removed) {
    Console console = program.console();
    console.err().println("removed " + removed.pictures() + " from the database");
    removed.indexedFolders().forEach(folder -> console.warn("no longer indexed: " + folder));
  }
}
