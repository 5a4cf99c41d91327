package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.StoredPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Labels are nowhere but in the database, so that indexing must not lose them.
class IndexerLabelsTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  @TempDir Path temporary;

  private final FakeEmbedder embedder = new FakeEmbedder("colours");
  private Library library;

  @BeforeEach
  void labelOnePicture() throws IOException {
    library = Library.in(temporary);
    library.draw("red.png", RED);
    library.index(embedder);
    label("red.png", "rose");
  }

  @Test
  void staysWithAPictureThatIsPassedBy() {
    library.index(embedder);

    assertThat(labels("red.png")).containsExactly("rose");
  }

  @Test
  void staysWithAPictureThatIsDoneAnew() {
    library.index(embedder, Library.forced(library.folder()));

    assertThat(embedder.embedded()).isEqualTo(2);
    assertThat(labels("red.png")).containsExactly("rose");
  }

  @Test
  void staysWithAPictureThatIsDoneAnewByAnotherModel() {
    library.index(new FakeEmbedder("shapes"), Library.forced(library.folder()));

    assertThat(labels("red.png")).containsExactly("rose");
  }

  @Test
  void goesWhereThePictureGoes() throws IOException {
    Files.move(library.path("red.png"), library.path("moved.png"));
    library.index(embedder);

    assertThat(labels("moved.png")).containsExactly("rose");
  }

  @Test
  void staysWithEachOfTwoTwinsWhoseTimesChange() throws IOException {
    Files.copy(library.path("red.png"), library.path("copy.png"));
    library.index(embedder);
    label("copy.png", "apple");
    Library.touch(library.path("red.png"), Library.DRAWN.plusSeconds(5));
    Library.touch(library.path("copy.png"), Library.DRAWN.plusSeconds(5));

    library.index(embedder);

    assertThat(labels("red.png")).containsExactly("rose");
    assertThat(labels("copy.png")).containsExactly("apple");
  }

  @Test
  void leavesAPictureThatChanged() throws IOException {
    library.draw("red.png", BLUE);
    Library.touch(library.path("red.png"), Library.DRAWN.plusSeconds(5));
    library.index(embedder);

    assertThat(labels("red.png")).isEmpty();
  }

  private void label(String name, String label) {
    try (PhotoWriter writer = library.store().writer();
        PhotoReader reader = library.store().reader()) {
      StoredPhoto stored = reader.stored(library.path(name)).orElseThrow();
      writer.put(stored.photo().labelled(List.of(label)), stored.vector());
      writer.commit();
    }
  }

  private List<String> labels(String name) {
    return library.find(library.path(name)).map(Photo::labels).orElseThrow();
  }
}
