package dev.imagedb.store.lucene;

import dev.imagedb.store.HitList;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The twenty nearest of 100,000 pictures, every one of 512 numbers compared.
///
/// Run with `mvn -q -Pbench test-compile exec:exec -Dbenchmark=ExactSearchBenchmark`. The database
/// is made in `target` by the first run.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExactSearchBenchmark {
  private static final int PICTURES = 100_000;
  private static final int DIMENSION = 512;

  private final Random random = new Random(100);
  private @Nullable PhotoReader reader;

  @Setup
  public void open() {
    PhotoStore store = new LuceneStore(Path.of("target", "exact-search").toAbsolutePath());
    if (!store.exists()) {
      fill(store);
    }
    reader = store.reader();
  }

  private void fill(PhotoStore store) {
    try (PhotoWriter writer = store.writer(TestPhotos.space("random", DIMENSION), false)) {
      for (int i = 0; i < PICTURES; i++) {
        writer.put(TestPhotos.bare(Path.of("/photos/" + i + ".jpg")), direction());
      }
      writer.commit();
    }
  }

  @Benchmark
  public @Nullable HitList search() {
    return reader == null ? null : reader.search(Plans.nearestExactly(direction(), 20));
  }

  private float[] direction() {
    return TestPhotos.direction(random, DIMENSION);
  }

  @TearDown
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
