package dev.imagedb.store.lucene;

import static java.util.stream.Collectors.toSet;

import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// What searches cost where there are a million vectors. Every method measures once, and may be
/// called again and again; the first call makes the library in `target`, which takes long. Warm
/// figures are those of a long run: give Java `--add-modules jdk.incubator.vector`.
///
/// Not for two threads at once.
public final class MillionVectors implements Closeable {
  private static final int PICTURES = 1_000_000;
  private static final int NEAREST = 10;
  private static final int PROMPTS = 50;

  private final BenchmarkLibrary library;
  private final PhotoReader reader;
  private final SummingLoop summing;
  private int asked;

  public MillionVectors() throws IOException {
    this(PICTURES);
  }

  MillionVectors(int pictures) throws IOException {
    library = new BenchmarkLibrary(pictures);
    reader = library.store().reader();
    summing = new SummingLoop(library.folder());
  }

  /// The share of the ten nearest pictures that a usual search finds, over fifty other prompts each
  /// time.
  public double recall() {
    long found = 0;
    for (int i = 0; i < PROMPTS; i++) {
      float[] prompt = nextPrompt();
      Set<Path> nearest = paths(Plans.nearestExactly(prompt, NEAREST));
      nearest.retainAll(paths(Plans.nearest(prompt, NEAREST)));
      found += nearest.size();
    }
    return (double) found / (PROMPTS * NEAREST);
  }

  private Set<Path> paths(Plan plan) {
    return reader.search(plan).hits().stream()
        .map(hit -> hit.photo().file().path())
        .collect(toSet());
  }

  /// Milliseconds of a usual search in a running process: the median of fifty.
  public double warmMillis() {
    return Stopwatch.medianMillis(
        PROMPTS, _ -> reader.search(Plans.nearest(nextPrompt(), NEAREST)));
  }

  /// Milliseconds of a search that compares all.
  public double exactMillis() {
    float[] prompt = nextPrompt();
    return Stopwatch.millis(_ -> reader.search(Plans.nearestExactly(prompt, NEAREST)), 0);
  }

  /// Milliseconds that it takes all cores to add up as many bytes as the vectors have, of the same
  /// files: what memory allows at most.
  public double summingMillis() {
    double vectors = (double) library.pictures() * BenchmarkLibrary.DIMENSION * Float.BYTES;
    return Stopwatch.millis(_ -> summing.run(), 0) * vectors / summing.bytes();
  }

  /// Milliseconds of a process that opens the database and searches it once, from its start to its
  /// end, with the options that the launcher gives to one search.
  public double coldMillis() throws IOException {
    float[] prompt = nextPrompt();
    long start = System.nanoTime();
    OneSearch.inNewProcess(library.folder(), prompt);
    return (System.nanoTime() - start) / 1e6;
  }

  private float[] nextPrompt() {
    return library.prompt(asked++);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    summing.close();
  }
}
