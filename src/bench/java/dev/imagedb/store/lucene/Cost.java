package dev.imagedb.store.lucene;

import dev.imagedb.store.Facet;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Order;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// What a library costs, in one respect.
@SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
enum Cost {
  BYTES(
      "bytes a picture",
      (library, reader) -> (double) reader.status().bytes() / library.pictures()),
  WRITE("write, s", (library, _) -> library.making().written()),
  MERGE("merge after that, s", (library, _) -> library.making().merged()),
  OPEN("open, ms", (library, _) -> millis(_ -> library.store().reader().close())),
  PROMPT("prompt, ms", (library, reader) -> search(reader, turn -> best(library, turn))),
  FILTERED_PROMPT(
      "prompt among half, ms",
      (library, reader) -> search(reader, turn -> best(library, turn).within(firstHalf()))),
  EXACT_PROMPT(
      "prompt, exact, ms",
      (library, reader) -> search(reader, turn -> best(library, turn).within(best().exactly()))),
  TEXT("text, a hundredth has it, ms", (_, reader) -> search(reader, _ -> worded("hundredth"))),
  COMMON_TEXT("text, half have it, ms", (_, reader) -> search(reader, _ -> worded("half"))),
  COUNT(
      "count, ms",
      (library, reader) -> millis(turn -> reader.count(best(library, turn).within(firstHalf())))),
  FACETS(
      "facets, ms",
      (library, reader) ->
          millis(turn -> reader.facets(best(library, turn), List.of(Facet.CAMERA, Facet.YEAR)))),
  STATUS("status, ms", (_, reader) -> millis(_ -> reader.status())),
  KNOWN("known files, ms", (_, reader) -> millis(_ -> reader.known(List.of(Path.of("/photos"))))),
  PAGE("page of a list, ms", (_, reader) -> search(reader, _ -> listed()));

  private static final int LIMIT = 20;

  /// The compiler has seen enough by then.
  private static final int WARM_UP = 10;

  private static final int TURNS = 11;

  private final String label;
  private final ToDoubleBiFunction<BenchmarkLibrary, PhotoReader> measure;

  Cost(String label, ToDoubleBiFunction<BenchmarkLibrary, PhotoReader> measure) {
    this.label = label;
    this.measure = measure;
  }

  /// What it is and its unit.
  String label() {
    return label;
  }

  double of(BenchmarkLibrary library, PhotoReader reader) {
    return measure.applyAsDouble(library, reader);
  }

  /// Makes the plan of a turn.
  @FunctionalInterface
  private interface Asking {
    Plan plan(int turn);
  }

  private static double search(PhotoReader reader, Asking asking) {
    return millis(turn -> reader.search(asking.plan(turn)));
  }

  private static double millis(Stopwatch.Work work) {
    Stopwatch.medianMillis(WARM_UP, work);
    return Stopwatch.medianMillis(TURNS, turn -> work.run(WARM_UP + turn));
  }

  private static Plan best(BenchmarkLibrary library, int turn) {
    return Plans.nearest(library.prompt(turn), LIMIT);
  }

  private static Selection best() {
    return Selection.best(LIMIT);
  }

  private static Selection firstHalf() {
    LocalDateTime middle = LocalDateTime.parse("2019-01-01T00:00");
    return best().passing(List.of(new Filter.Taken(null, middle)));
  }

  private static Plan worded(String word) {
    return Plans.worded(word, LIMIT);
  }

  private static Plan listed() {
    return Plans.of(null, null, best().inOrder(new Order(Order.Key.TAKEN, false)));
  }
}
