package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.full;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPicturesTest {
  private static final float[] EAST = {1, 0};

  @TempDir private Path folder;

  @Test
  void lieBesidePicturesWithKeywords() {
    LuceneStore store = new LuceneStore(folder.resolve("database"));
    Path labelled = folder.resolve("labelled.jpg");
    Path both = folder.resolve("both.jpg");
    try (PhotoWriter writer = store.writer(space("toy", 2), false)) {
      writer.put(full(folder.resolve("keywords.jpg")), EAST);
      writer.put(bare(labelled).labelled(List.of("harbour", "ferry boat")), EAST);
      writer.put(full(both).labelled(List.of("harbour", "sydney")), EAST);
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.find(labelled).orElseThrow().labels())
          .containsExactly("harbour", "ferry boat");
      assertThat(reader.search(Plans.worded("harbour", 5)).hits())
          .extracting(hit -> hit.photo().file().path())
          .containsExactlyInAnyOrder(labelled, both);
    }
  }
}
