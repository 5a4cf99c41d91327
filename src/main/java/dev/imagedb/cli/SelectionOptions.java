package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Fusion;
import dev.imagedb.store.Order;
import dev.imagedb.store.Page;
import dev.imagedb.store.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Where a list of hits ends, and how it comes.
@Under("How many, in which order")
final class SelectionOptions {
  @Option(
      names = {"-k", "--limit"},
      paramLabel = "N",
      converter = PositiveInteger.class,
      defaultValue = "20",
      description = "How many pictures at most. Default: ${DEFAULT-VALUE}.")
  private Integer limit = 20;

  @ArgGroup(exclusive = true)
  private @Nullable Start start;

  private static final class Start {
    @Seldom
    @Option(names = "--offset", paramLabel = "N", description = "Pass over the first N.")
    private int offset;

    @Seldom
    @Option(
        names = "--page",
        paramLabel = "N",
        converter = PositiveInteger.class,
        description = "The Nth page of as many as --limit says; the first is 1.")
    private @Nullable Integer page;
  }

  @ArgGroup(exclusive = true)
  private @Nullable End end;

  private static final class End {
    @Option(
        names = "--relevant",
        description =
            "End the list where relevance ends: judged by how the scores of all pictures lie.")
    private boolean relevant;

    @Seldom
    @Option(
        names = "--min-score",
        paramLabel = "S",
        description =
            "Leave out pictures whose cosine is less, or, with --text alone, whose BM25 is.")
    private @Nullable Double minScore;
  }

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      description =
          "By score, taken, mtime, size, path or rating: best first, newest first, largest first, A to"
              + " Z. What lies near a picture or a prompt"
              + " has no end: with --relevant or --min-score the whole list is sorted, else each"
              + " page.")
  private Order.Key sort = Order.Key.SCORE;

  @Seldom
  @Option(names = "--reverse", description = "The other way round.")
  private boolean reverse;

  @Seldom
  @Option(
      names = "--fuse",
      paramLabel = "rrf|sum|filter",
      description =
          "How --text joins pictures and prompts: by reciprocal ranks (the default), by the sum of"
              + " both scores, or by deciding alone what can be a hit.")
  private Fusion fuse = Fusion.RRF;

  @Seldom
  @Option(names = "--exact", description = "Compare every vector, however many there are.")
  private boolean exact;

  @Seldom
  @Option(
      names = "--explain",
      description = "Say of each hit what it scored where, and how likely it is to belong.")
  private boolean explain;

  boolean explains() {
    return explain;
  }

  /// @param ownLimit how many at most; null where the option says so
  Selection selection(List<Filter> filters, @Nullable Integer ownLimit) {
    Page page = page(ownLimit == null ? limit : ownLimit);
    return new Selection(filters, fuse, cutoff(), new Order(sort, reverse), page, exact, explain);
  }

  private Page page(int size) {
    if (start == null) {
      return Page.first(size);
    }
    if (start.page == null) {
      return new Page(start.offset, size);
    }
    long offset = (start.page - 1L) * size;
    if (offset > Integer.MAX_VALUE) {
      throw UserException.usage("there is no page " + start.page, "--page 2");
    }
    return new Page((int) offset, size);
  }

  private Cutoff cutoff() {
    if (end != null && end.relevant) {
      return new Cutoff.Relevant();
    }
    return end == null || end.minScore == null
        ? new Cutoff.None()
        : new Cutoff.LeastScore(end.minScore);
  }
}
