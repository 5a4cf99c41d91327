package dev.imagedb.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerBadPicturesTest {
  private static final int RED = 0xff0000;

  @TempDir Path temporary;

  private final FakeEmbedder embedder = new FakeEmbedder("colours");
  private Library library;

  @BeforeEach
  void makeLibrary() throws IOException {
    library = Library.in(temporary);
  }

  @Test
  void goesOnWithoutThemAndSaysWhy() throws IOException {
    library.draw("good.png", RED);
    Path empty = bad("empty.jpg", new byte[0]);
    Path page = bad("page.jpg", "<!doctype html><p>no access".getBytes(UTF_8));
    Path cut = bad("cut.png", Arrays.copyOf(Files.readAllBytes(library.path("good.png")), 50));

    IndexReport report = library.index(embedder);

    List<Skipped> expected =
        List.of(
            new Skipped(cut, "damaged PNG: Error reading PNG image data"),
            new Skipped(empty, "the file is empty"),
            new Skipped(page, "it holds a web page, not a picture; download it again"));
    assertThat(Counted.of(report)).isEqualTo(Counted.seen(4).added(1).skipped(3));
    assertThat(report.skipped()).isEqualTo(expected);
    assertThat(library.skipped()).isEqualTo(expected);
  }

  @Test
  void areNotTriedAgainUntilTheyChange() throws IOException {
    bad("empty.jpg", new byte[0]);
    bad("words.gif", "just words".getBytes(UTF_8));
    library.index(embedder);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(2).unchanged(2));

    bad("empty.jpg", "words".getBytes(UTF_8));
    assertThat(Counted.of(library.index(embedder)))
        .isEqualTo(Counted.seen(2).unchanged(1).skipped(1));
  }

  @Test
  void areAddedOnceTheyAreMended() throws IOException {
    bad("a.png", new byte[0]);
    library.index(embedder);
    library.draw("a.png", RED);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).added(1));
    assertThat(library.skipped()).isEmpty();
  }

  @Test
  void areRemovedOnceTheyAreGone() throws IOException {
    library.draw("b.png", RED);
    Files.delete(indexed(bad("a.png", new byte[0])));

    assertThat(Counted.of(library.index(embedder)))
        .isEqualTo(Counted.seen(1).unchanged(1).removed(1));
    assertThat(library.skipped()).isEmpty();
  }

  @Test
  void replaceTheGoodPictureThatWasThere() throws IOException {
    Path file = indexed(library.draw("a.png", RED));
    Files.write(file, new byte[0]);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).skipped(1));
    assertThat(library.skipped()).containsExactly(new Skipped(file, "the file is empty"));
    assertThat(library.status().pictures()).isZero();
  }

  @Test
  void areNotRememberedWhereTheyWereMerelyNamed() throws IOException {
    Path notes = Files.writeString(library.path("notes.txt"), "words");

    IndexReport report = library.index(embedder, Library.request(notes));

    assertThat(report.skipped())
        .containsExactly(new Skipped(notes, "its first bytes are no picture's"));
    assertThat(library.stored()).isEmpty();
  }

  @Test
  void areForgottenOnceNothingPromisesAPicture() throws IOException {
    Path file = indexed(library.draw("red", RED));
    Files.writeString(file, "words");

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(0).removed(1));
  }

  @Test
  void areKeptAsTheyWereWhereTheyMayNotBeReadNow() throws IOException {
    Path file = indexed(library.draw("red", RED));
    Library.touch(file, Instant.parse("2024-05-05T00:00:00Z"));
    boolean closed = file.toFile().setReadable(false) && !Files.isReadable(file);
    assumeTrue(closed, "whoever runs this may read every file");

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).skipped(1));
    assertThat(library.status().pictures()).isOne();
  }

  @Test
  void mayVanishWhileTheRunIsAtThem() throws IOException {
    Path file = library.draw("a.png", RED);

    IndexReport report = indexWhile(_ -> delete(file));

    assertThat(report.skipped())
        .containsExactly(new Skipped(file, "it was gone before it could be read"));
    assertThat(library.stored()).isEmpty();
  }

  @Test
  void mayShrinkWhileTheRunIsAtThem() throws IOException {
    Path file = library.draw("a.png", RED);

    IndexReport report = indexWhile(_ -> shrink(file));

    assertThat(report.skipped())
        .containsExactly(new Skipped(file, "it changed while it was read; index again"));
    assertThat(library.stored()).isEmpty();
  }

  private Path bad(String name, byte[] bytes) throws IOException {
    return Files.write(library.path(name), bytes);
  }

  private Path indexed(Path file) {
    library.index(embedder);
    return file;
  }

  /// Does something to the first picture after it was found and before it is read.
  private IndexReport indexWhile(Consumer<IndexCounts> mischief) {
    IndexProgress progress =
        new IndexProgress() {
          @Override
          public void update(IndexCounts counts) {
            if (isWorker() && counts.found() == 1 && counts.done() == 0) {
              mischief.accept(counts);
            }
          }

          @Override
          public void finish() {}
        };
    return library.index(embedder, Library.request(library.folder()), progress, new Cancellation());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void shrink(Path file) {
    try {
      if (Files.exists(file)) {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The crawl, which is ahead, tells of its progress, too.
  private static boolean isWorker() {
    return Thread.currentThread().getName().startsWith("index-");
  }
}
