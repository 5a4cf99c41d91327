package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.Precision;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database tells in which arithmetic its vectors were made.
final class IndexerPrecisionTest {
  private static final FakeEmbedder EXACT = new FakeEmbedder("a");
  private static final FakeEmbedder HALVED = EXACT.in(Precision.BF16);

  @TempDir Path temporary;
  private Library library;

  @BeforeEach
  void indexOnePicture() throws IOException {
    library = Library.in(temporary);
    library.draw("old/red.png", 0xff0000);
    library.index(EXACT);
  }

  @Test
  void namesTheOneThatWasUsed() {
    assertThat(library.status().precisions()).containsExactly("fp32");
  }

  @Test
  void namesAllWherePicturesAreAddedInAnother() throws IOException {
    library.draw("new/green.png", 0x00ff00);
    library.index(HALVED);

    assertThat(library.status().precisions()).containsExactly("bf16", "fp32");
  }

  @Test
  void namesNoneMoreWhereNothingIsMade() {
    library.index(HALVED);

    assertThat(library.status().precisions()).containsExactly("fp32");
  }

  @Test
  void forgetsTheEarlierOneWhenAllVectorsAreMadeAnew() {
    library.index(HALVED, Library.forced(library.folder()));

    assertThat(library.status().precisions()).containsExactly("bf16");
  }

  @Test
  void keepsTheEarlierOneWhenSomeVectorsAreMadeAnew() throws IOException {
    library.draw("new/green.png", 0x00ff00);
    library.index(EXACT);
    library.index(HALVED, Library.forced(library.path("new")));

    assertThat(library.status().precisions()).containsExactly("bf16", "fp32");
  }

  @Test
  void forgetsTheEarlierOneWithTheModelItWasUsedFor() {
    FakeEmbedder other = new FakeEmbedder("b").in(Precision.INT8);
    library.index(other, Library.forced(library.folder()));

    assertThat(library.status().precisions()).containsExactly("int8");
  }
}
