package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerInterruptionTest {
  @TempDir Path temporary;

  private Library library;

  @BeforeEach
  void drawPictures() throws IOException {
    library = Library.in(temporary);
    library.drawMany(40);
  }

  @Test
  void keepsWhatWasDoneBeforeACancellation() {
    IndexReport report = cancelAfter(16, Library.request(library.folder()), "colours");

    assertThat(report.interrupted()).isTrue();
    assertThat(report.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(Counted.of(report)).isEqualTo(Counted.seen(16).added(16));
    assertThat(library.status().pictures()).isEqualTo(16);
  }

  @Test
  void goesOnWhereACancelledRunEnded() {
    cancelAfter(16, Library.request(library.folder()), "colours");
    FakeEmbedder embedder = new FakeEmbedder("colours");

    assertThat(Counted.of(library.index(embedder)))
        .isEqualTo(Counted.seen(40).added(24).unchanged(16));
    assertThat(embedder.embedded()).isEqualTo(24);
  }

  @Test
  void prunesNothingInACancelledRun() throws IOException {
    library.index(new FakeEmbedder("colours"));
    Files.delete(library.path("9.png"));

    IndexReport report = cancelAfter(5, Library.request(library.folder()), "colours");

    assertThat(report.removed()).isZero();
    assertThat(library.stored()).contains("9.png");
  }

  /// The network cannot be stopped: the run ends when it lets go, and no sooner.
  @Test
  void keepsAndTellsWhatIsDoneWhileTheNetworkIsAtWork() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    FakeEmbedder slow = FakeEmbedder.heldUpAfter(16, working, letGo);
    Cancellation cancellation = new Cancellation();
    List<IndexReport> told = Collections.synchronizedList(new ArrayList<>());
    Thread run =
        Thread.ofPlatform()
            .start(
                () ->
                    library
                        .indexer(slow)
                        .index(
                            Library.request(library.folder()),
                            IndexProgress.SILENT,
                            cancellation,
                            told::add));
    working.await();

    cancellation.request();
    cancellation.settle();

    assertThat(told).singleElement().matches(IndexReport::interrupted);
    assertThat(told.getFirst().added()).isEqualTo(16);
    assertThat(library.status().pictures()).isEqualTo(16);
    letGo.countDown();
    run.join();
    assertThat(told).hasSize(1);
    assertThat(library.status().pictures()).isEqualTo(16);
  }

  @Test
  void endsAsALackOfMemoryWhereThereIsTooLittle() {
    FakeEmbedder greedy =
        new FakeEmbedder("colours") {
          @Override
          public float[][] embedImages(List<RgbImage> prepared) {
            throw new OutOfMemoryError("Java heap space");
          }
        };

    assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> library.index(greedy));
  }

  @Test
  void keepsWhatWasDoneBeforeTheModelBrokeDown() {
    assertThatIllegalStateException()
        .isThrownBy(() -> library.index(new FakeEmbedder("colours", 20)))
        .withMessage("the network broke down");
    assertThat(library.status().pictures()).isEqualTo(16);
  }

  @Test
  void refusesAnotherModelAndLosesNothing() {
    library.index(new FakeEmbedder("colours"));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> library.index(new FakeEmbedder("shapes")))
        .withMessageEndingWith("holds vectors of the model colours, not of shapes")
        .satisfies(
            refused ->
                assertThat(refused.hint())
                    .hasValue(
                        "to make all vectors anew: imagedb index --force --model shapes FOLDER"));
    assertThat(library.status().pictures()).isEqualTo(40);
  }

  @Test
  void resumesAChangeOfModelThatWasInterrupted() {
    library.index(new FakeEmbedder("colours"));
    cancelAfter(16, Library.forced(library.folder()), "shapes");
    assertThat(library.status().pictures()).isEqualTo(16);
    assertThat(library.status().stale()).isEqualTo(24);
    FakeEmbedder shapes = new FakeEmbedder("shapes");

    assertThat(Counted.of(library.index(shapes)))
        .isEqualTo(Counted.seen(40).updated(24).unchanged(16));
    assertThat(shapes.embedded()).isEqualTo(24);
    assertThat(library.status().stale()).isZero();
  }

  /// Cancels when so many pictures are done.
  private IndexReport cancelAfter(long done, IndexRequest request, String model) {
    Cancellation cancellation = new Cancellation();
    IndexProgress progress =
        new IndexProgress() {
          @Override
          public void update(IndexCounts counts) {
            if (counts.done() >= done) {
              cancellation.request();
            }
          }

          @Override
          public void finish() {}
        };
    return library.index(new FakeEmbedder(model), request, progress, cancellation);
  }
}
