package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.image.RgbImage;
import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerSlowPicturesTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  @TempDir Path temporary;

  private final CountDownLatch end = new CountDownLatch(1);
  private Library library;
  private Path red;

  @BeforeEach
  void drawPictures() throws IOException {
    library = Library.in(temporary);
    red = library.draw("a.png", RED);
    library.draw("b.png", BLUE);
  }

  @AfterEach
  void letRedGoOn() {
    end.countDown();
  }

  @Test
  void areSkippedWhileTheOthersGoOn() {
    IndexReport report = library.index(new HangsOnRed(), impatient());

    Skipped late = new Skipped(red, "it could not be decoded within 2 seconds (--timeout)");
    assertThat(Counted.of(report)).isEqualTo(Counted.seen(2).added(1).skipped(1));
    assertThat(report.skipped()).containsExactly(late);
    assertThat(library.skipped()).containsExactly(late);
  }

  @Test
  void areNotWaitedForAgain() {
    library.index(new HangsOnRed(), impatient());

    assertThat(Counted.of(library.index(new HangsOnRed(), impatient())))
        .isEqualTo(Counted.seen(2).unchanged(2));
  }

  private IndexRequest impatient() {
    CrawlRequest crawl = CrawlRequest.of(library.folder());
    return new IndexRequest(crawl, false, true, true, 1, Duration.ofSeconds(2));
  }

  /// Red pictures are never made ready for the model.
  private final class HangsOnRed extends FakeEmbedder {
    HangsOnRed() {
      super("colours");
    }

    @Override
    public RgbImage prepare(RgbImage upright) {
      if (upright.colour(0, 0) == RED) {
        hang();
      }
      return upright;
    }

    private void hang() {
      try {
        end.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
