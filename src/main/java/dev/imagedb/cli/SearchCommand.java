package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.AnswerNotes;
import dev.imagedb.output.Console;
import dev.imagedb.output.Entry;
import dev.imagedb.output.FacetPrinter;
import dev.imagedb.search.Answer;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.PictureQuery;
import dev.imagedb.search.Query;
import dev.imagedb.search.Searcher;
import dev.imagedb.store.Facet;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Order;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.Words;
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
@Under("Find pictures")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Find pictures by picture, by words that describe them, by their metadata.",
    footer = {
      "  imagedb search \"a dog on a beach\" --after 2019",
      "  imagedb search holiday.jpg -k 5",
      "  imagedb search sunset --text \"Canon Lisbon\" -0 | xargs -0 cp -t /tmp"
    })
final class SearchCommand implements Callable<Integer> {
  private final Program program;

  @Mixin private QueryOptions parts = new QueryOptions();

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Under("How they are printed")
  @Option(
      names = "--facet",
      paramLabel = "FIELD,…",
      split = ",",
      description =
          "Print how many there are of each: camera, year, lens, folder, place, ext, keywords, labels,"
              + " rating; of all that matches, instead of pictures.")
  private List<Facet> facets = List.of();

  @Under("How they are printed")
  @Seldom
  @Option(names = "--count", description = "Print how many match, instead of pictures.")
  private boolean count;

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private ViewOptions view = new ViewOptions();
  @Mixin private DatabaseOption database = new DatabaseOption();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private DecodeOptions decode = new DecodeOptions();
  @Mixin private SourceOptions sources = new SourceOptions();

  SearchCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Path here = program.console().workingDirectory();
    Function<Searcher, ExitCode> task = task(here);
    PhotoStore store = program.store(database);
    try (OnDemand<Embedder> embedder =
        new OnDemand<>(() -> program.embedder(store, model, how(here)))) {
      if (store.exists()) {
        loadAhead(parts.likenesses(here), embedder);
      }
      return run(task, store, embedder);
    }
  }

  private int run(
      Function<Searcher, ExitCode> task, PhotoStore store, OnDemand<Embedder> embedder) {
    try (PhotoReader reader = store.reader()) {
      PictureQuery pictures =
          new PictureQuery(sources.reader(program.in()), decode.decoder(), decode.full());
      return task.apply(new Searcher(reader, embedder, pictures)).code();
    }
  }

  /// Many queries keep a core each at work; one has all of them to itself.
  private EmbedderOptions how(Path here) {
    return parts.queries(here).isPresent()
        ? EmbedderOptions.forManyPictures(model.precision())
        : EmbedderOptions.forQueries(model.precision());
  }

  /// The model takes longer to load than all else that a search does.
  private static void loadAhead(List<Likeness> likenesses, OnDemand<Embedder> embedder) {
    if (likenesses.stream().anyMatch(Likeness.Prompt.class::isInstance)) {
      embedder.openAhead(Embedder::loadForTexts);
    } else if (likenesses.stream().anyMatch(Likeness.Image.class::isInstance)) {
      embedder.openAhead(Embedder::loadForPictures);
    }
  }

  /// What is to be done, so that wrong usage is told before anything is opened.
  private Function<Searcher, ExitCode> task(Path here) {
    Optional<String> queries = parts.queries(here);
    if (queries.isPresent()) {
      format.requireJsonLines("--queries");
      requireNoCounts();
      view.requireNone("--queries prints hits as JSON lines");
      return searcher -> answerAll(queries.get(), searcher);
    }
    Query query = query(parts.likenesses(here), parts.texts(here), null);
    if (count || !facets.isEmpty()) {
      view.requireNone("--count and --facet print numbers");
    }
    EntryOutput output = view.output(program, database, format, parts.title());
    return searcher -> answer(query, searcher, output);
  }

  /// Everything can be counted, and be put in an order; but best first it cannot be listed.
  private void requireQuestion(Query query) {
    boolean listed = !count && facets.isEmpty();
    if (listed && query.isForEverything() && query.selection().order().equals(Order.BY_SCORE)) {
      throw UserException.usage(
          "nothing to search for", "imagedb search --prompt \"a dog on a beach\"");
    }
  }

  private void requireNoCounts() {
    if (count || !facets.isEmpty()) {
      throw UserException.usage(
          "--queries prints hits, and --count and --facet print none", "leave one of them out");
    }
  }

  private ExitCode answer(Query query, Searcher searcher, EntryOutput output) {
    Console console = program.console();
    if (count) {
      new FacetPrinter(console).print(searcher.count(query), format.format());
      return ExitCode.DONE;
    }
    if (!facets.isEmpty()) {
      int most = query.selection().page().limit();
      new FacetPrinter(console).print(searcher.facets(query, facets), most, format.format());
      return ExitCode.DONE;
    }
    Answer answer = searcher.answer(query);
    program.continuity().answered(answer);
    output.put(Entry.of(answer));
    new AnswerNotes(console).print(answer);
    return ExitCode.DONE;
  }

  private ExitCode answerAll(String queries, Searcher searcher) {
    return new QueryBatch(searcher, program.console(), parts.mode(), this::query)
        .answerAll(queries, program.in());
  }

  /// A query for these, and with all else as the options say.
  private Query query(List<Likeness> likenesses, List<Words> texts, @Nullable Integer ownLimit) {
    List<Filter> passing = filters.filters(program.console().workingDirectory(), program.clock());
    Query query = new Query(likenesses, texts, selection.selection(passing, ownLimit));
    requireQuestion(query);
    return query;
  }
}
