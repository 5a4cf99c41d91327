package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.Entry;
import dev.imagedb.output.EntryPrinter;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.PictureQuery;
import dev.imagedb.search.Query;
import dev.imagedb.search.Searcher;
import dev.imagedb.search.WeightedText;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
      "  imagedb search \"a dog on a beach\"",
      "  imagedb search holiday.jpg -k 5",
      "  imagedb search --text \"Canon 2019\" --json",
      "  imagedb search --prompt sunset --text Lisbon -0 | xargs -0 cp -t /tmp"
    })
final class SearchCommand implements Callable<Integer> {
  private final Program program;

  @Mixin private QueryOptions parts = new QueryOptions();

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
  @Mixin private SourceOptions sources = new SourceOptions();

  SearchCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Function<Searcher, ExitCode> task = task(program.console().workingDirectory());
    PhotoStore store = program.store(database);
    EmbedderOptions how = EmbedderOptions.forQueries(model.precision());
    try (PhotoReader reader = store.reader();
        OnDemand<Embedder> embedder = new OnDemand<>(() -> program.embedder(store, model, how))) {
      PictureQuery pictures =
          new PictureQuery(sources.reader(program.in()), decode.decoder(), decode.full());
      return task.apply(new Searcher(reader, embedder, pictures)).code();
    }
  }

  /// What is to be done, so that wrong usage is told before anything is opened.
  private Function<Searcher, ExitCode> task(Path here) {
    Optional<String> queries = parts.queries(here);
    if (queries.isPresent()) {
      format.requireJsonLines("--queries");
      return searcher -> answerAll(queries.get(), searcher);
    }
    Query query = query(parts.likenesses(here), parts.texts(here), null);
    return searcher -> answer(query, searcher);
  }

  private ExitCode answer(Query query, Searcher searcher) {
    EntryPrinter.printAll(Entry.of(searcher.search(query)), format.format(), program.console());
    return ExitCode.DONE;
  }

  private ExitCode answerAll(String queries, Searcher searcher) {
    return new QueryBatch(searcher, program.console(), parts.mode(), this::query)
        .answerAll(queries, program.in());
  }

  /// A query for these, and with all else as the options say.
  private Query query(
      List<Likeness> likenesses, List<WeightedText> texts, @Nullable Integer ownLimit) {
    return new Query(
        likenesses,
        texts.stream().map(WeightedText::words).toList(),
        ownLimit == null ? limit : ownLimit,
        minScore,
        exact);
  }
}
