package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerMovesTest {
  private static final int RED = 0xff0000;

  @TempDir Path temporary;

  private final FakeEmbedder embedder = new FakeEmbedder("colours");
  private Library library;

  @BeforeEach
  void indexOnePicture() throws IOException {
    library = Library.in(temporary);
    library.draw("red.png", RED);
    library.index(embedder);
  }

  @Test
  void keepsTheVectorOfARenamedPicture() throws IOException {
    Files.move(library.path("red.png"), library.path("rose.png"));

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).moved(1));
    assertThat(library.stored()).containsExactly("rose.png");
    assertThat(library.status().pictures()).isEqualTo(1);
    assertThat(embedder.embedded()).isEqualTo(1);
  }

  @Test
  void keepsTheVectorsOfAMovedFolder() throws IOException {
    library.draw("2023/blue.png", 0x0000ff);
    library.draw("2023/green.png", 0x00ff00);
    library.index(embedder);
    Files.move(library.path("2023"), library.path("2024"));

    assertThat(Counted.of(library.index(embedder)))
        .isEqualTo(Counted.seen(3).moved(2).unchanged(1));
    assertThat(library.stored()).containsExactly("2024/blue.png", "2024/green.png", "red.png");
    assertThat(embedder.embedded()).isEqualTo(3);
  }

  @Test
  void countsACopyAsAddedWithoutEmbeddingIt() throws IOException {
    Files.copy(library.path("red.png"), library.path("copy.png"));

    assertThat(Counted.of(library.index(embedder)))
        .isEqualTo(Counted.seen(2).added(1).unchanged(1));
    assertThat(library.stored()).containsExactly("copy.png", "red.png");
    assertThat(embedder.embedded()).isEqualTo(1);
  }

  @Test
  void takesOneOfTwoCopiesForTheOneThatMoved() throws IOException {
    Files.copy(library.path("red.png"), library.path("a.png"));
    Files.move(library.path("red.png"), library.path("b.png"));

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(2).moved(1).added(1));
    assertThat(library.stored()).containsExactly("a.png", "b.png");
  }

  @Test
  void keepsTheOldNameWhereNothingIsPruned() throws IOException {
    Files.move(library.path("red.png"), library.path("rose.png"));

    IndexReport report = library.index(embedder, Library.unpruned(library.folder()));

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(1).added(1));
    assertThat(library.stored()).containsExactly("red.png", "rose.png");
  }

  @Test
  void keepsTheOldNameWhereItLiesOutsideTheGivenFolders() throws IOException {
    Path elsewhere = Files.createDirectory(library.path("elsewhere"));
    Files.move(library.path("red.png"), elsewhere.resolve("red.png"));

    IndexReport report = library.index(embedder, Library.request(elsewhere));

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(1).added(1));
    assertThat(library.stored()).containsExactly("elsewhere/red.png", "red.png");
    assertThat(embedder.embedded()).isEqualTo(1);
  }
}
