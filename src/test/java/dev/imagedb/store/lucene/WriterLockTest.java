package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.space;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
  private static final VectorSpace SPACE = space("model", 4);

  @TempDir private Path folder;
  private LuceneStore store;
  private Path note;

  @BeforeEach
  void open() {
    store = new LuceneStore(folder);
    note = folder.resolve("writer");
  }

  @Test
  void namesTheProcessThatWrites() {
    try (PhotoWriter first = store.writer(SPACE, false)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> store.writer(SPACE, false))
          .satisfies(
              refused ->
                  assertThat(refused.getMessage())
                      .startsWith(
                          "the database %s is being written by process %d ("
                              .formatted(folder, ProcessHandle.current().pid()))
                      .matches(".*, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\)"))
          .satisfies(
              refused ->
                  assertThat(refused.hint())
                      .hasValue("the same with --wait, or when that is done"));
      first.commit();
    }
  }

  @Test
  void takesTheNoteAwayWithTheLock() {
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      assertThat(note).exists();
      writer.commit();
    }
    assertThat(note).doesNotExist();
  }

  @Test
  void doesNotBlameAProcessThatIsGoneOrNeverWas() throws IOException {
    try (PhotoWriter first = store.writer(SPACE, false)) {
      for (String stale :
          List.of("1\n1980-01-01T00:00:00Z\nimagedb index\n", "rubbish", "\u0000\n\n\n", "")) {
        Files.writeString(note, stale);
        assertThatExceptionOfType(UserException.class)
            .isThrownBy(() -> store.writer(SPACE, false))
            .withMessageEndingWith("is being written by another process");
      }
      first.commit();
    }
  }

  @Test
  void waitsForTheOther() throws InterruptedException {
    PhotoWriter first = store.writer(SPACE, false);
    CountDownLatch waits = new CountDownLatch(1);
    List<String> told = new CopyOnWriteArrayList<>();
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    waits.await();
                    first.close();
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
    PhotoStore patient =
        store.waiting(
            Duration.ofMinutes(5),
            line -> {
              told.add(line);
              waits.countDown();
            });

    patient.writer(SPACE, false).close();

    other.join();
    assertThat(told)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line).startsWith("waiting for process ").endsWith(" to the database"));
  }

  @Test
  void givesUpWhenItsPatienceIsOver() {
    try (PhotoWriter first = store.writer(SPACE, false)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> store.waiting(Duration.ofMillis(150), _ -> {}).writer(SPACE, false))
          .withMessageContaining("is being written by process");
      first.commit();
    }
  }
}
