package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.Plans.nearest;
import static dev.imagedb.store.lucene.Plans.worded;
import static dev.imagedb.store.lucene.TestPhotos.atCosine;
import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.direction;
import static dev.imagedb.store.lucene.TestPhotos.full;
import static dev.imagedb.store.lucene.TestPhotos.sha256;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static dev.imagedb.store.lucene.TestPhotos.unreadable;
import static dev.imagedb.store.lucene.TestPhotos.withTitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Skipped;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Hit;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.StoreStatus;
import dev.imagedb.store.StoredPhoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneStoreTest {
  private static final VectorSpace SPACE = space("test", 4);
  private static final float[] NORTH = atCosine(1, 4);

  @TempDir private Path folder;
  private LuceneStore store;
  private Path pictures;

  @BeforeEach
  void open() {
    store = new LuceneStore(folder.resolve("database"));
    pictures = folder.resolve("pictures");
  }

  @Test
  void givesBackEverythingThatIsKnownOfAPicture() {
    Photo full = full(pictures.resolve("sub folder/IMG_1.tif"));
    Photo bare = bare(pictures.resolve("bare.jpg"));
    put(full, NORTH);
    put(bare, NORTH);

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.find(full.file().path())).contains(full);
      assertThat(reader.find(bare.file().path())).contains(bare);
      assertThat(reader.find(pictures)).isEmpty();
    }
  }

  @Test
  void keepsOnePictureForOnePath() {
    Path path = pictures.resolve("a.jpg");
    put(withTitle(path, "before"), NORTH);
    put(withTitle(path, "after"), atCosine(0.5, 4));

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.all()).containsExactly(withTitle(path, "after"));
      assertThat(reader.search(worded("before", 20)).hits()).isEmpty();
      assertThat(reader.search(nearest(NORTH, 10)).hits())
          .singleElement()
          .extracting(Hit::score)
          .satisfies(score -> assertThat(score).isCloseTo(0.5, within(1e-6)));
    }
  }

  @Test
  void forgetsWhatIsRemoved() {
    put(bare(pictures.resolve("a.jpg")), NORTH);
    put(bare(pictures.resolve("b.jpg")), NORTH);
    try (PhotoWriter writer = store.writer()) {
      writer.remove(pictures.resolve("a.jpg"));
      writer.commit();
    }

    assertThat(storedPaths()).containsExactly(pictures.resolve("b.jpg"));
    assertThat(status().pictures()).isEqualTo(1);
  }

  @Test
  void keepsNothingThatWasNotCommitted() {
    put(bare(pictures.resolve("a.jpg")), NORTH);
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(bare(pictures.resolve("b.jpg")), NORTH);
    }

    assertThat(storedPaths()).containsExactly(pictures.resolve("a.jpg"));
  }

  @Test
  void showsReadersTheLastCommitWhileMoreIsWritten() {
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(bare(pictures.resolve("a.jpg")), NORTH);
      writer.commit();
      try (PhotoReader early = store.reader()) {
        writer.put(bare(pictures.resolve("b.jpg")), NORTH);
        assertThat(storedPaths()).hasSize(1);
        writer.commit();
        assertThat(storedPaths()).hasSize(2);
        assertThat(early.all()).hasSize(1);
      }
    }
  }

  @Test
  void findsTheVectorOfAMovedPictureByItsHash() {
    Photo photo = bare(pictures.resolve("a.jpg"));
    float[] vector = direction(new Random(1), 4);
    put(photo, vector);

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.content(photo.sha256()).map(StoredPhoto::vector))
          .hasValueSatisfying(v -> assertThat(v).containsExactly(vector));
      assertThat(reader.content(sha256(99)).map(StoredPhoto::vector)).isEmpty();
    }
  }

  @Test
  void keepsUnreadablePicturesWithTheirReason() {
    Photo broken = unreadable(pictures.resolve("broken.png"), "ends after 12 bytes");
    put(broken, null);
    put(bare(pictures.resolve("a.jpg")), NORTH);

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.find(broken.file().path())).contains(broken);
      assertThat(reader.skipped())
          .containsExactly(new Skipped(broken.file().path(), "ends after 12 bytes"));
      assertThat(reader.search(worded("broken", 20)).hits())
          .extracting(Hit::photo)
          .containsExactly(broken);
      assertThat(reader.search(nearest(NORTH, 10)).hits()).hasSize(1);
      assertThat(reader.status().skipped()).isEqualTo(1);
      assertThat(reader.status().pictures()).isEqualTo(1);
    }
  }

  @Test
  void refusesAReadablePictureWithoutAVectorAndAVectorOfAnotherLength() {
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      Photo photo = bare(pictures.resolve("a.jpg"));
      assertThatThrownBy(() -> writer.put(photo, null))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> writer.put(photo, new float[] {1, 0}))
          .hasMessage("vector dimensions differ: 2 != 4");
    }
  }

  @Test
  void knowsTheFilesUnderAFolderAndNoOthers() {
    Photo inside = bare(pictures.resolve("deep/er/a.jpg"));
    Photo broken = unreadable(pictures.resolve("broken.png"), "empty");
    put(inside, NORTH);
    put(broken, null);
    put(bare(folder.resolve("pictures2/b.jpg")), NORTH);

    try (PhotoReader reader = store.reader()) {
      Map<Path, KnownFile> known = reader.known(List.of(pictures));
      assertThat(known)
          .containsOnly(
              Map.entry(
                  inside.file().path(), new KnownFile(inside.file(), inside.sha256(), true, true)),
              Map.entry(
                  broken.file().path(),
                  new KnownFile(broken.file(), broken.sha256(), true, false)));
      assertThat(reader.known(List.of(inside.file().path()))).hasSize(1);
      assertThat(reader.known(List.of(folder))).hasSize(3);
    }
  }

  @Test
  void takesPicturesFromManyThreads() throws Exception {
    try (PhotoWriter writer = store.writer(SPACE, false);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Path path = pictures.resolve(i % 200 + ".jpg");
        done.add(threads.submit(() -> writer.put(bare(path), NORTH)));
      }
      for (Future<?> put : done) {
        put.get();
      }
      writer.commit();
    }

    assertThat(status().pictures()).isEqualTo(200);
  }

  @Test
  void listsPicturesInPathOrder() {
    for (String name : List.of("c.jpg", "a.jpg", "b/z.jpg", "b.jpg")) {
      put(bare(pictures.resolve(name)), NORTH);
    }

    assertThat(storedPaths())
        .containsExactly(
            pictures.resolve("a.jpg"),
            pictures.resolve("b.jpg"),
            pictures.resolve("b/z.jpg"),
            pictures.resolve("c.jpg"));
  }

  @Test
  void remembersTheOutermostRoots() {
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.addRoots(List.of(pictures.resolve("deep"), folder.resolve("other")));
      writer.commit();
      writer.addRoots(List.of(pictures));
      writer.commit();
    }

    assertThat(status().roots()).containsExactly(folder.resolve("other"), pictures);
    assertThat(status().bytes()).isPositive();
    assertThat(status().space()).isEqualTo(SPACE);
  }

  @Test
  void findsPicturesAgainWhenAPortableDatabaseMoves() throws Exception {
    Path home = folder.resolve("drive");
    Path outside = folder.resolve("elsewhere/x.jpg");
    LuceneStore portable = new LuceneStore(home.resolve(".imagedb"));
    try (PhotoWriter writer = portable.writer(SPACE, false)) {
      writer.put(bare(home.resolve("2019/ä b.jpg")), NORTH);
      writer.put(bare(outside), NORTH);
      writer.addRoots(List.of(home));
      writer.commit();
    }
    Path mounted = folder.resolve("mounted");
    Files.move(home, mounted);

    try (PhotoReader reader = new LuceneStore(mounted.resolve(".imagedb")).reader()) {
      Path moved = mounted.resolve("2019/ä b.jpg");
      assertThat(reader.known(List.of(mounted))).containsOnlyKeys(moved);
      assertThat(reader.find(moved)).isPresent();
      assertThat(reader.find(outside)).isPresent();
      assertThat(reader.status().roots()).containsExactly(mounted);
    }
  }

  @Test
  void searchesOnlyTheVectorsOfThePresentModel() {
    Photo old = bare(pictures.resolve("old.jpg"));
    Photo anew = bare(pictures.resolve("new.jpg"));
    put(old, NORTH);
    VectorSpace other = space("other", 3);
    try (PhotoWriter writer = store.writer(other, true)) {
      writer.put(anew, atCosine(0.25, 3));
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      List<Hit> hits = reader.search(nearest(atCosine(1, 3), 10)).hits();
      assertThat(hits).extracting(Hit::photo).containsExactly(anew);
      assertThat(reader.known(List.of(pictures)).get(old.file().path()))
          .isEqualTo(new KnownFile(old.file(), old.sha256(), false, true));
      assertThat(reader.content(old.sha256()).map(StoredPhoto::vector)).isEmpty();
      StoreStatus status = reader.status();
      assertThat(status.stale()).isEqualTo(1);
      assertThat(status.pictures()).isEqualTo(1);
      assertThat(status.space()).isEqualTo(other);
    }
  }

  @Test
  void goesThroughThePicturesOfThePresentModelWithTheirVectors() {
    put(bare(pictures.resolve("old.jpg")), NORTH);
    put(unreadable(pictures.resolve("broken.png"), "empty"), null);
    Photo first = bare(pictures.resolve("first.jpg"));
    Photo second = bare(pictures.resolve("second.jpg"));
    try (PhotoWriter writer = store.writer(space("other", 3), true)) {
      writer.put(second, atCosine(0.5, 3));
      writer.put(first, atCosine(0.25, 3));
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      List<StoredPhoto> embedded = reader.embedded().toList();
      assertThat(embedded).extracting(StoredPhoto::photo).containsExactly(second, first);
      assertThat(embedded)
          .extracting(StoredPhoto::vector)
          .containsExactly(atCosine(0.5, 3), atCosine(0.25, 3));
    }
  }

  @Test
  void keepsVectorsOfMoreThan1024Dimensions() {
    VectorSpace wide = space("wide", 1536);
    Random random = new Random(3);
    float[] wanted = direction(random, 1536);
    try (PhotoWriter writer = store.writer(wide, false)) {
      writer.put(bare(pictures.resolve("a.jpg")), direction(random, 1536));
      writer.put(bare(pictures.resolve("b.jpg")), wanted);
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      Hit best = reader.search(nearest(wanted, 1)).hits().getFirst();
      assertThat(best.photo().file().path()).isEqualTo(pictures.resolve("b.jpg"));
      assertThat(best.score()).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void keepsMetadataLongerThanAnyTerm() {
    Path path = pictures.resolve("long.jpg");
    Photo photo = TestPhotos.withCamera(path, "ü".repeat(100_000), "😀".repeat(50_000));
    put(photo, NORTH);

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.find(path)).contains(photo);
    }
  }

  @Test
  void movesAPictureWithItsVector() {
    Photo photo = bare(pictures.resolve("a.jpg"));
    put(photo, atCosine(0.5, 4));
    Photo moved = photo.at(new FileFacts(pictures.resolve("b.jpg"), 1234, TestPhotos.MODIFIED));
    try (PhotoReader reader = store.reader();
        PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(moved, reader.content(photo.sha256()).map(StoredPhoto::vector).orElseThrow());
      writer.remove(photo.file().path());
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.search(nearest(NORTH, 5)).hits())
          .singleElement()
          .satisfies(hit -> assertThat(hit.photo()).isEqualTo(moved))
          .satisfies(hit -> assertThat(hit.score()).isCloseTo(0.5, within(1e-6)));
    }
  }

  private void put(Photo photo, float @Nullable [] vector) {
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(photo, vector);
      writer.commit();
    }
  }

  private List<Path> storedPaths() {
    try (PhotoReader reader = store.reader()) {
      return reader.all().map(photo -> photo.file().path()).toList();
    }
  }

  private StoreStatus status() {
    try (PhotoReader reader = store.reader()) {
      return reader.status();
    }
  }
}
