package dev.imagedb.store.lucene;

import dev.imagedb.photo.Place;
import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Fusion;
import dev.imagedb.store.HitList;
import dev.imagedb.store.Order;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Twenty hits of 100,000 pictures with vectors of 512 numbers, asked for in many ways. What a
/// filter or a second ranking adds is the difference to [Question#VECTOR].
///
/// Run with `mvn -q -Pbench test-compile exec:exec -Dbenchmark=SearchBenchmark`. The database is
/// made in `target` by the first run. Nothing is kept from one question to the next, as nothing is
/// where each is a command of its own.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SearchBenchmark {
  private static final int LIMIT = 20;
  private static final int PROMPTS = 1_000;
  private static final BenchmarkLibrary LIBRARY = new BenchmarkLibrary(100_000);
  private static final Order BY_TAKEN = new Order(Order.Key.TAKEN, false);

  /// Questions of one kind each.
  @SuppressWarnings("ImmutableEnumChecker") // a selection copies its lists
  public enum Question {
    VECTOR(true, null, selection -> selection),
    VECTOR_TAKEN(true, null, passing(taken())),
    VECTOR_NEAR(true, null, passing(near())),
    VECTOR_CAMERA(true, null, passing(new Filter.Camera("fujifilm"))),
    VECTOR_EXT(true, null, passing(new Filter.Extension(Set.of("jpg")))),
    VECTOR_UNDER(true, null, passing(new Filter.Under(Path.of("/photos/2019")))),
    VECTOR_WHERE(true, null, passing(new Filter.Where("iso:[800 TO *] AND camera:model"))),
    VECTOR_RATING(true, null, passing(new Filter.Rated(4))),
    VECTOR_ALL_FILTERS(true, null, passing(taken(), near(), new Filter.Camera("fujifilm"))),
    TEXT_1_PERCENT(false, "hundredth", selection -> selection),
    TEXT_10_PERCENT(false, "tenth", selection -> selection),
    TEXT_50_PERCENT(false, "half", selection -> selection),
    FUSED_RRF_1_PERCENT(true, "hundredth", selection -> selection),
    FUSED_RRF_10_PERCENT(true, "tenth", selection -> selection),
    FUSED_RRF_50_PERCENT(true, "half", selection -> selection),
    FUSED_RRF_50_PERCENT_TAKEN(true, "half", passing(taken())),
    FUSED_SUM_10_PERCENT(true, "tenth", selection -> selection.fusedBy(Fusion.SUM)),
    FUSED_SUM_50_PERCENT(true, "half", selection -> selection.fusedBy(Fusion.SUM)),
    FUSED_FILTER_10_PERCENT(true, "tenth", selection -> selection.fusedBy(Fusion.FILTER)),
    FUSED_FILTER_50_PERCENT(true, "half", selection -> selection.fusedBy(Fusion.FILTER)),
    RELEVANT(true, null, selection -> selection.endingAt(new Cutoff.Relevant())),
    RELEVANT_TAKEN(true, null, selection -> relevant(selection).passing(List.of(taken()))),
    RELEVANT_FUSED_10_PERCENT(true, "tenth", SearchBenchmark::relevant),
    RELEVANT_BY_TAKEN(true, null, selection -> relevant(selection).inOrder(BY_TAKEN)),
    LEAST_SCORE_HALF_BY_TAKEN(
        true, null, selection -> selection.endingAt(new Cutoff.LeastScore(0)).inOrder(BY_TAKEN)),
    TAKEN_BY_TAKEN(false, null, selection -> passing(taken()).apply(selection.inOrder(BY_TAKEN))),
    TAKEN_BY_PATH(false, null, passing(taken()));

    private final boolean byVector;
    private final @Nullable String text;
    private final Selection selection;

    Question(boolean byVector, @Nullable String text, UnaryOperator<Selection> selection) {
      this.byVector = byVector;
      this.text = text;
      this.selection = selection.apply(Selection.best(LIMIT));
    }

    private Plan plan(float[] target) {
      return Plans.of(byVector ? target : null, text, selection);
    }
  }

  @Param public Question question = Question.VECTOR;

  private final Random random = new Random(100);
  private final PhotoReader reader = rememberingNothing();

  private static PhotoReader rememberingNothing() {
    IndexSearcher.setDefaultQueryCache(null);
    return LIBRARY.store().reader();
  }

  @Benchmark
  public HitList search() {
    return reader.search(plan());
  }

  @Benchmark
  public List<FacetCounts> facets() {
    return reader.facets(plan(), List.of(Facet.CAMERA, Facet.YEAR));
  }

  @Benchmark
  public long count() {
    return reader.count(plan());
  }

  private Plan plan() {
    return question.plan(LIBRARY.prompt(random.nextInt(PROMPTS)));
  }

  @TearDown
  public void close() {
    reader.close();
  }

  private static UnaryOperator<Selection> passing(Filter... filters) {
    return selection -> selection.passing(List.of(filters));
  }

  private static Selection relevant(Selection selection) {
    return selection.endingAt(new Cutoff.Relevant());
  }

  /// Half of the pictures.
  private static Filter taken() {
    LocalDateTime middle = LocalDateTime.parse("2019-01-01T00:00");
    return new Filter.Taken(null, middle);
  }

  /// A tenth of the pictures.
  private static Filter near() {
    Place place = BenchmarkLibrary.FIRST_PLACE;
    return new Filter.Near(place.latitude(), place.longitude(), 20_000);
  }
}
