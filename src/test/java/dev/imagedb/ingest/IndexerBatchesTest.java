package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerBatchesTest {
  @TempDir Path temporary;

  @Test
  void embedsManyAtOnceAndSharesTheLastOut() throws IOException {
    Library library = Library.in(temporary);
    library.drawMany(42);
    Watched embedder = new Watched(new CountDownLatch(0));

    library.index(embedder);

    assertThat(embedder.batches).containsExactly(16, 16, 4, 4, 2);
  }

  @Test
  void readsOnWhileTheModelIsLoaded() throws IOException {
    Library library = Library.in(temporary);
    library.drawMany(42);
    Watched embedder = new Watched(new CountDownLatch(40));

    library.index(embedder);

    assertThat(embedder.wasReady).isTrue();
    assertThat(library.status().pictures()).isEqualTo(42);
  }

  @Test
  void loadsNoModelWhereNothingIsNew() throws IOException {
    Library library = Library.in(temporary);
    library.drawMany(3);
    library.index(new FakeEmbedder("colours"));
    Watched embedder = new Watched(new CountDownLatch(0));

    library.index(embedder);

    assertThat(embedder.wasLoaded).isFalse();
  }

  /// Notes what it is asked for. Loading takes until so many pictures were prepared.
  private static final class Watched extends FakeEmbedder {
    private final CountDownLatch untilReady;
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile boolean wasLoaded;
    private volatile boolean wasReady;

    Watched(CountDownLatch untilReady) {
      super("colours");
      this.untilReady = untilReady;
    }

    @Override
    public void loadForPictures() {
      wasLoaded = true;
      try {
        wasReady = untilReady.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public RgbImage prepare(RgbImage upright) {
      untilReady.countDown();
      return super.prepare(upright);
    }

    @Override
    public float[][] embedImages(List<RgbImage> prepared) {
      batches.add(prepared.size());
      return super.embedImages(prepared);
    }
  }
}
