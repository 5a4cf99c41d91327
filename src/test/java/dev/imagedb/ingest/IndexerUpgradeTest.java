package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Metadata;
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

/// What an earlier version stored without all that is kept today is read again, and keeps what took
/// hours or cannot be made again.
class IndexerUpgradeTest {
  @TempDir Path temporary;

  private final FakeEmbedder embedder = new FakeEmbedder("colours");
  private Library library;

  @BeforeEach
  void storeAPictureAsEarlierVersionsDid() throws IOException {
    library = Library.in(temporary);
    library.draw("red.png", 0xff0000);
    library.index(embedder);
    StoredPhoto whole = stored("red.png");
    Photo photo = whole.photo();
    try (PhotoWriter writer = library.store().writer()) {
      writer.put(
          new Photo(
              photo.file(),
              photo.sha256(),
              photo.format(),
              null,
              Metadata.NONE,
              null,
              List.of("rose"),
              null),
          whole.vector());
      writer.commit();
    }
  }

  @Test
  void readsItAgainWithoutEmbeddingIt() {
    IndexReport report = library.index(embedder);

    assertThat(report.updated()).isEqualTo(1);
    assertThat(embedder.embedded()).isEqualTo(1);
    Photo photo = stored("red.png").photo();
    assertThat(photo.isComplete()).isTrue();
    assertThat(photo.dimensions()).isNotNull();
    assertThat(photo.labels()).containsExactly("rose");
    assertThat(library.index(embedder).unchanged()).isEqualTo(1);
  }

  @Test
  void readsItAgainWhereItWasMovedTo() throws IOException {
    Files.move(library.path("red.png"), library.path("moved.png"));

    library.index(embedder);

    assertThat(embedder.embedded()).isEqualTo(1);
    assertThat(stored("moved.png").photo().isComplete()).isTrue();
    assertThat(stored("moved.png").photo().labels()).containsExactly("rose");
  }

  private StoredPhoto stored(String name) {
    try (PhotoReader reader = library.store().reader()) {
      return reader.stored(library.path(name)).orElseThrow();
    }
  }
}
