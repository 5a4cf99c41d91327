package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.atCosine;
import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.store.Backup;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies that are made while another commits picture after picture, and merges delete the files
/// that are being copied.
class BackupWhileWritingTest {
  private static final int BACKUPS = 25;

  @TempDir private Path folder;

  private final AtomicInteger committed = new AtomicInteger();
  private final AtomicBoolean enough = new AtomicBoolean();
  private PhotoStore store;

  @BeforeEach
  void openTheStore() {
    store = new LuceneStore(folder.resolve("db"));
  }

  @Test
  void eachIsSoundAndHoldsWhatWasCommittedUpToSomeMoment() throws InterruptedException {
    try (PhotoWriter writer = store.writer(space("model", 4), false)) {
      commitNext(writer);
      Thread writing = Thread.ofPlatform().start(() -> commitOnAndOn(writer));
      try {
        for (int i = 0; i < BACKUPS; i++) {
          assertHoldsAMoment(folder.resolve("copy" + i));
        }
      } finally {
        enough.set(true);
        writing.join();
      }
    }
    assertThat(committed).hasValueGreaterThan(1);
  }

  private void commitOnAndOn(PhotoWriter writer) {
    while (!enough.get()) {
      commitNext(writer);
    }
  }

  private void commitNext(PhotoWriter writer) {
    writer.put(bare(photo(committed.get())), atCosine(0.5, 4));
    writer.commit();
    committed.incrementAndGet();
  }

  private Path photo(int number) {
    return folder.resolve(number + ".jpg");
  }

  /// What is committed is counted after it can be seen.
  private void assertHoldsAMoment(Path copy) {
    int least = committed.get();
    Backup backup = store.upkeep().backUp(copy);
    int most = committed.get() + 1;
    PhotoStore copied = new LuceneStore(backup.database());

    assertThat(copied.upkeep().examine().damages()).isEmpty();
    assertThat((int) backup.pictures()).isBetween(least, most);
    assertThat(stored(copied)).isEqualTo(firstPhotos((int) backup.pictures()));
  }

  private Set<Path> firstPhotos(int count) {
    return IntStream.range(0, count).mapToObj(this::photo).collect(Collectors.toSet());
  }

  private static Set<Path> stored(PhotoStore store) {
    try (PhotoReader reader = store.reader()) {
      return reader.all().map(photo -> photo.file().path()).collect(Collectors.toSet());
    }
  }
}
