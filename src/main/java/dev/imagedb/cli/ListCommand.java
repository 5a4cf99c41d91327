package dev.imagedb.cli;

import static java.util.stream.Collectors.joining;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.Entry;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb list`.
@Under("Find pictures")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "List the pictures of the database, in the order of their paths.",
    footer = {"  imagedb list ~/photos/2019", "  imagedb list --jsonl | jq -r .path"})
final class ListCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      description = "List only these, or what lies under them.")
  private List<Path> paths = List.of();

  @Option(
      names = {"-k", "--limit"},
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "How many pictures at most. Default: all.")
  private @Nullable Integer limit;

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private ViewOptions view = new ViewOptions();
  @Mixin private DatabaseOption database = new DatabaseOption();

  ListCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Scope scope = Scope.of(paths, program.console().workingDirectory());
    EntryOutput output = view.output(program, database, format, title());
    try (PhotoReader reader = program.store(database).reader();
        Stream<Photo> all = reader.all()) {
      Stream<Photo> wanted =
          all.filter(photo -> scope.holds(photo.file().path()))
              .limit(limit == null ? Long.MAX_VALUE : limit);
      output.put(Entry.of(wanted));
    }
    return ExitCode.DONE.code();
  }

  private String title() {
    return paths.stream().map(Path::toString).collect(joining(", "));
  }
}
