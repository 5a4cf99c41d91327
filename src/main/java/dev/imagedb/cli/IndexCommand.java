package dev.imagedb.cli;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.fault.UserException;
import dev.imagedb.ingest.IndexProgress;
import dev.imagedb.ingest.IndexReport;
import dev.imagedb.ingest.IndexRequest;
import dev.imagedb.ingest.Indexer;
import dev.imagedb.output.IndexProgressLine;
import dev.imagedb.output.IndexReportPrinter;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb index`.
@Under("Find pictures")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Bring the database up to date with folders of pictures.",
    footer = {
      "  imagedb index ~/photos",
      "  imagedb index --exclude '*.tmp' --exclude raw ~/photos",
      "  imagedb index ~/photos --force --model laion/CLIP-ViT-B-32-laion2B-s34B-b79K"
    })
final class IndexCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      description = "Pictures and folders. Default: the folders that were indexed before.")
  private List<Path> paths = List.of();

  @Mixin private DatabaseOption database = new DatabaseOption();
  @Mixin private WaitOption wait = new WaitOption();
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--force",
      description = "Do everything anew, unchanged pictures too; needed to change the model.")
  private boolean force;

  @Option(names = "--include", paramLabel = "GLOB", description = "Take only files like this.")
  private List<String> includes = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave out files and folders like this.")
  private List<String> excludes = List.of();

  @Option(names = "--hidden", description = "Take hidden files and folders too.")
  private boolean hidden;

  @Seldom
  @Option(names = "--follow-links", description = "Follow symbolic links.")
  private boolean followLinks;

  @Seldom
  @Option(names = "--no-prune", description = "Keep pictures whose files are gone.")
  private boolean noPrune;

  @Mixin private DecodeOptions decode = new DecodeOptions();

  @Seldom
  @Option(
      names = "--workers",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Pictures to work on at once. Default: the number of cores.")
  private Integer workers = Runtime.getRuntime().availableProcessors();

  @Seldom
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = PositiveNumber.class,
      defaultValue = "60",
      description =
          "Skip pictures that take longer to read or decode, and folders that do not answer."
              + " Default: ${DEFAULT-VALUE}.")
  private Double timeout = 60.0;

  @Option(names = "--json", description = "Print what was done as a JSON object.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no progress and no summary.")
  private boolean quiet;

  IndexCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    PhotoStore store = wait.on(program.store(database), program.console());
    CrawlRequest crawl =
        new CrawlRequest(
            roots(store),
            includes,
            excludes,
            Set.of(program.location(database)),
            hidden,
            followLinks);
    IndexRequest request =
        new IndexRequest(crawl, force, !noPrune, decode.full(), workers, timeout());
    IndexProgress progress =
        quiet ? IndexProgress.SILENT : new IndexProgressLine(program.console());
    EmbedderOptions how = EmbedderOptions.forManyPictures(model.precision());
    try (OnDemand<Embedder> embedder = new OnDemand<>(() -> program.embedder(store, model, how))) {
      return new Indexer(store, embedder, decode.decoder())
          .index(request, progress, program.cancellation(), this::print)
          .exitCode()
          .code();
    }
  }

  /// What was named, else what was indexed before.
  private List<Path> roots(PhotoStore store) {
    if (!paths.isEmpty()) {
      return paths.stream().map(program.console().workingDirectory()::resolve).toList();
    }
    List<Path> roots = List.of();
    if (store.exists()) {
      try (PhotoReader reader = store.reader()) {
        roots = reader.status().roots();
      }
    }
    if (!roots.isEmpty()) {
      return roots;
    }
    throw UserException.usage("no folder to index", "imagedb index ~/Pictures");
  }

  private Duration timeout() {
    return Duration.ofNanos((long) (timeout * 1e9));
  }

  private void print(IndexReport report) {
    IndexReportPrinter printer = new IndexReportPrinter(program.console());
    if (json) {
      printer.printJson(report);
    } else if (!quiet) {
      printer.printText(report);
    }
  }
}
