package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.direction;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.evaluation.Approximation;
import dev.imagedb.evaluation.Evaluator;
import dev.imagedb.evaluation.Task;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an evaluation says of a store that searches a graph.
class GraphRecallTest {
  private static final int DIMENSION = 32;

  @TempDir private Path folder;

  @Test
  void isMeasuredOnAGraph() {
    LuceneStore store = new LuceneStore(folder.resolve("database"), /* exactUpTo= */ 500);
    Random random = new Random(3);
    try (PhotoWriter writer = store.writer(space("toy", DIMENSION), false)) {
      for (int i = 0; i < 3_000; i++) {
        writer.put(bare(folder.resolve(i + ".jpg")), direction(random, DIMENSION));
      }
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      Approximation approximation =
          (Approximation) evaluator(reader).evaluate(new Task.Recall(null, 50)).report();
      assertThat(approximation.everythingCompared()).isFalse();
      assertThat(approximation.queries()).isEqualTo(50);
      assertThat(approximation.recall().mean()).isBetween(0.98, 1.0);
      assertThat(approximation.exact()).isPositive();
      assertThat(approximation.usual()).isPositive();
    }
  }

  private static Evaluator evaluator(PhotoReader reader) {
    return new Evaluator(
        reader,
        () -> {
          throw new AssertionError("pictures are asked for, and no words");
        },
        (_, _) -> {});
  }
}
