package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  @TempDir Path temporary;

  private final FakeEmbedder embedder = new FakeEmbedder("colours");
  private Library library;

  @BeforeEach
  void makeLibrary() throws IOException {
    library = Library.in(temporary);
  }

  @Test
  void addsWhatItHasNotSeen() throws IOException {
    library.draw("red.png", RED);
    library.draw("more/blue.png", BLUE);
    Files.writeString(library.path("notes.txt"), "no picture");

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(2).added(2));
    assertThat(library.stored()).containsExactly("more/blue.png", "red.png");
    assertThat(library.status().roots()).containsExactly(library.folder());
  }

  @Test
  void addsEveryPictureOnceWhateverTheNumberOfWorkers() throws IOException {
    library.drawMany(50);
    CrawlRequest twice = CrawlRequest.of(library.folder(), library.path("7.png"));

    IndexReport report = library.index(embedder, new IndexRequest(twice, false, true, true, 4));

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(50).added(50));
    assertThat(embedder.embedded()).isEqualTo(50);
    assertThat(library.stored()).hasSize(50);
  }

  @Test
  void passesByAnUnchangedFileWithoutOpeningIt() throws IOException {
    Path red = library.draw("red.png", RED);
    library.index(embedder);
    Files.write(red, new byte[Math.toIntExact(Files.size(red))]);
    Library.touch(red, Library.DRAWN);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).unchanged(1));
    assertThat(embedder.embedded()).isEqualTo(1);
    assertThat(library.find(red))
        .hasValueSatisfying(photo -> assertThat(photo.readable()).isTrue());
  }

  @Test
  void replacesAChangedPicture() throws IOException {
    Path file = library.draw("a.png", RED);
    library.index(embedder);
    String before = library.find(file).orElseThrow().sha256();
    library.draw("a.png", BLUE);
    Library.touch(file, Library.DRAWN.plusSeconds(1));

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).updated(1));
    assertThat(embedder.embedded()).isEqualTo(2);
    assertThat(library.find(file).orElseThrow().sha256()).isNotEqualTo(before);
  }

  @Test
  void keepsTheVectorOfAFileThatWasOnlyTouched() throws IOException {
    Path file = library.draw("a.png", RED);
    library.index(embedder);
    Instant later = Library.DRAWN.plusSeconds(60);
    Library.touch(file, later);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).updated(1));
    assertThat(embedder.embedded()).isEqualTo(1);
    assertThat(library.find(file).orElseThrow().file().modified()).isEqualTo(later);
  }

  @Test
  void doesEverythingAnewByForce() throws IOException {
    library.drawMany(3);
    library.index(embedder);

    IndexReport report = library.index(embedder, Library.forced(library.folder()));

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(3).updated(3));
    assertThat(embedder.embedded()).isEqualTo(6);
  }

  @Test
  void removesWhatIsGone() throws IOException {
    library.drawMany(2);
    library.index(embedder);
    Files.delete(library.path("0.png"));

    assertThat(Counted.of(library.index(embedder)))
        .isEqualTo(Counted.seen(1).unchanged(1).removed(1));
    assertThat(library.stored()).containsExactly("1.png");
  }

  @Test
  void removesAPictureWhoseNameAFolderTook() throws IOException {
    Path file = library.draw("a.png", RED);
    library.index(embedder);
    Files.delete(file);
    Files.createDirectory(file);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(0).removed(1));
  }

  @Test
  void keepsWhatIsGoneWhereNothingIsPruned() throws IOException {
    library.drawMany(2);
    library.index(embedder);
    Files.delete(library.path("0.png"));

    IndexReport report = library.index(embedder, Library.unpruned(library.folder()));

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(1).unchanged(1));
    assertThat(library.stored()).containsExactly("0.png", "1.png");
  }

  @Test
  void keepsThePicturesOfADriveThatIsNotConnected() throws IOException {
    Path onDrive = library.draw("drive/a.png", RED);
    Path drive = library.path("drive");
    library.index(embedder, Library.request(drive));
    Files.delete(onDrive);

    IndexReport report = library.index(embedder, Library.request(drive));

    assertThat(Counted.of(report).removed()).isZero();
    assertThat(report.skipped()).extracting(Skipped::path).containsExactly(drive);
    assertThat(library.stored()).containsExactly("drive/a.png");
  }

  @Test
  void leavesAloneWhatLiesOutsideTheGivenFolders() throws IOException {
    Path here = library.draw("here/a.png", RED);
    Path there = library.draw("there/b.png", BLUE);
    library.index(embedder);
    Files.delete(here);
    Files.delete(there);
    Files.writeString(library.path("here/notes.txt"), "its drive is connected");

    IndexReport report = library.index(embedder, Library.request(library.path("here")));

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(0).removed(1));
    assertThat(library.stored()).containsExactly("there/b.png");
  }

  @Test
  void leavesAloneWhatAGlobLeavesOut() throws IOException {
    library.drawMany(2);
    library.index(embedder);

    IndexReport report =
        library.index(embedder, Library.request(Library.including(library.folder(), "1.png")));

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(1).unchanged(1));
    assertThat(library.stored()).containsExactly("0.png", "1.png");
  }

  @Test
  void keepsWhatLiesBehindALinkThatLeadsNowhereNow() throws IOException {
    Path drive = Files.createDirectory(temporary.resolve("drive"));
    Files.move(library.draw("a.png", RED), drive.resolve("a.png"));
    Files.createSymbolicLink(library.path("album"), drive);
    IndexRequest request = Library.request(Library.followingLinks(library.folder()));
    library.index(embedder, request);
    Files.move(drive, temporary.resolve("unplugged"));

    IndexReport report = library.index(embedder, request);

    assertThat(Counted.of(report)).isEqualTo(Counted.seen(1).skipped(1));
    assertThat(library.stored()).containsExactly("album/a.png");
  }

  @Test
  void opensNoModelWhereThereIsNothingToIndex() {
    AtomicBoolean opened = new AtomicBoolean();
    Indexer indexer =
        new Indexer(
            library.store(),
            () -> {
              opened.set(true);
              return embedder;
            },
            new ImageDecoder(1));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () ->
                indexer.index(
                    Library.request(library.path("nowhere")),
                    IndexProgress.SILENT,
                    new Cancellation(),
                    _ -> {}))
        .withMessage("there is no file or folder " + library.path("nowhere"));
    assertThat(opened).isFalse();
    assertThat(library.store().exists()).isFalse();
  }
}
