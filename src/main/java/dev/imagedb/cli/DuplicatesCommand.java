package dev.imagedb.cli;

import dev.imagedb.duplicates.DuplicateFinder;
import dev.imagedb.duplicates.DuplicateGroup;
import dev.imagedb.duplicates.Picture;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.DuplicatesPrinter;
import dev.imagedb.output.WorkProgressLine;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Scope;
import dev.imagedb.store.StoredPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb duplicates`.
@Under("Put in order")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Show which pictures are copies of one another, and which of them to keep. Deletes nothing.",
      "Compares what the database knows; a file that is gone since is still told of."
    },
    footer = {"  imagedb duplicates -0 | xargs -0 trash-put"})
final class DuplicatesCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Compare only these pictures, or those that lie under these folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--exact-only",
      description = "Only files of the same bytes, not those that merely show the same photograph.")
  private boolean exactOnly;

  @Seldom
  @Option(
      names = "--min-cosine",
      paramLabel = "S",
      defaultValue = "0.7",
      converter = Cosine.class,
      description = "How alike the vectors of copies must be, -1 to 1. Default: 0.7.")
  private double minCosine;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no summary.")
  private boolean quiet;

  @ArgGroup(exclusive = true)
  private @Nullable Format format;

  @Mixin private DatabaseOption database = new DatabaseOption();

  /// How the groups are written: one of these, else a table.
  private static final class Format {
    @Option(names = "--json", description = "Print one JSON array of groups.")
    private boolean json;

    @Option(
        names = "--paths",
        description = "Print the paths of all but those to keep: what could go. One a line.")
    private boolean paths;

    @Option(
        names = {"-0", "--print0", "--paths0"},
        description = "The same, each path ended by a NUL, for xargs -0.")
    private boolean print0;
  }

  DuplicatesCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<DuplicateGroup> groups = groups();
    DuplicatesPrinter printer = new DuplicatesPrinter(program.console());
    print(groups, printer);
    if (!quiet) {
      printer.printSummary(groups);
    }
    return ExitCode.DONE.code();
  }

  private List<DuplicateGroup> groups() {
    Scope scope = Scope.of(paths, program.console().workingDirectory());
    try (PhotoReader reader = program.store(database).reader();
        WorkProgressLine progress = new WorkProgressLine(program.console(), "picture");
        Stream<StoredPhoto> embedded = reader.embedded()) {
      scope.requirePictures(reader);
      LongAdder done = new LongAdder();
      long total = reader.status().pictures();
      Stream<Picture> pictures =
          embedded
              .peek(_ -> done.increment())
              .peek(_ -> progress.update(done.sum(), total))
              .map(Picture::of)
              .filter(picture -> scope.holds(picture.file().path()));
      return exactOnly
          ? DuplicateFinder.exact(pictures)
          : DuplicateFinder.near(pictures, minCosine);
    }
  }

  private void print(List<DuplicateGroup> groups, DuplicatesPrinter printer) {
    if (format == null) {
      printer.printText(groups);
    } else if (format.json) {
      printer.printJson(groups);
    } else if (format.print0 && !format.paths) {
      printer.printPathsNulTerminated(groups);
    } else {
      printer.printPaths(groups);
    }
  }
}
