package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.Entry;
import dev.imagedb.output.EntryPrinter;
import dev.imagedb.search.PictureQuery;
import dev.imagedb.search.Query;
import dev.imagedb.search.Searcher;
import dev.imagedb.store.HitList;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `imagedb search`.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Find pictures by picture, by words that describe them, by their metadata.",
    footer = {
      "",
      "Examples:",
      "  imagedb search --prompt \"a dog on a beach\"",
      "  imagedb search --image holiday.jpg -k 5",
      "  imagedb search --text \"Canon 2019\" --json",
      "  imagedb search --prompt sunset --text Lisbon -0 | xargs -0 cp -t /tmp"
    })
final class SearchCommand implements Callable<Integer> {
  private final Program program;

  @Mixin private LikenessOptions likeness = new LikenessOptions();

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description =
          "Pictures with these words in their metadata or name: all of them; \"in order\", -without,"
              + " begin*.")
  private List<String> texts = List.of();

  @Option(
      names = {"-k", "--limit"},
      paramLabel = "N",
      converter = PositiveInteger.class,
      defaultValue = "20",
      description = "How many pictures at most. Default: ${DEFAULT-VALUE}.")
  private Integer limit = 20;

  @Option(
      names = "--min-score",
      paramLabel = "S",
      description =
          "Leave out pictures whose cosine is less, or, with --text alone, whose BM25 is.")
  private @Nullable Double minScore;

  @Option(names = "--exact", description = "Compare every vector, however many there are.")
  private boolean exact;

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private DatabaseOption database = new DatabaseOption();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private DecodeOptions decode = new DecodeOptions();

  SearchCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Path here = program.console().workingDirectory();
    Query query = new Query(likeness.likenesses(here), texts, limit, minScore, exact);
    PhotoStore store = program.store(database);
    EmbedderOptions how = EmbedderOptions.forQueries(model.precision());
    try (PhotoReader reader = store.reader();
        OnDemand<Embedder> embedder = new OnDemand<>(() -> program.embedder(store, model, how))) {
      PictureQuery pictures = new PictureQuery(decode.decoder(), decode.full());
      HitList hits = new Searcher(reader, embedder, pictures).search(query);
      EntryPrinter.printAll(Entry.of(hits), format.format(), program.console());
    }
    return ExitCode.DONE.code();
  }
}
