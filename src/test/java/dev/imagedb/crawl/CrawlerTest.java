package dev.imagedb.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.limit.DeadDrive;
import dev.imagedb.limit.TimeLimit;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrawlerTest {
  private static final String LATE = "it could not be read within 2 seconds (--timeout)";
  private static final TimeLimit SHORT = new TimeLimit(Duration.ofSeconds(2), 1, () -> false);

  @Test
  void givesEveryFileOnceInTheOrderOfNames() {
    FakeTree tree = new FakeTree("b/2.jpg", "c.jpg", "b/1.jpg", "a.jpg", "b/deep/er/0.jpg");

    assertThat(tree.found(tree.request()))
        .containsExactly("a.jpg", "b/1.jpg", "b/2.jpg", "b/deep/er/0.jpg", "c.jpg");
    assertThat(tree.skipped).isEmpty();
  }

  @Test
  void tellsPathSizeAndTimeOfEachFile() throws IOException {
    FakeTree tree = new FakeTree().write("a.jpg", "12345");
    Instant time = Instant.parse("2019-05-04T03:02:01.987Z");
    Files.setLastModifiedTime(tree.at("a.jpg"), FileTime.from(time));

    assertThat(tree.crawler(tree.request()).files())
        .containsExactly(new CrawledFile(new FileFacts(tree.at("a.jpg"), 5, time), false));
  }

  @Test
  void readsFoldersOnlyAsItsReaderGetsToThem() {
    FakeTree tree = new FakeTree("a/1.jpg", "b/2.jpg");
    List<Path> read = new ArrayList<>();
    Listing watched =
        (folder, step) -> {
          read.add(folder);
          return Listing.ofDisk(folder, step);
        };

    Iterator<CrawledFile> files = tree.crawler(tree.request(), watched).files().iterator();
    files.next();

    assertThat(read).containsExactly(tree.root, tree.at("a"));
  }

  @Test
  void givesEachFileOnceWhereRootsOverlap() {
    FakeTree tree = new FakeTree("2019/a.jpg", "2020/b.jpg");

    assertThat(tree.found(CrawlRequest.of(tree.root, tree.at("2019"), tree.at("2019/a.jpg"))))
        .containsExactly("2019/a.jpg", "2020/b.jpg");
    assertThat(tree.found(CrawlRequest.of(tree.at("2020"), tree.root, tree.root)))
        .containsExactly("2020/b.jpg", "2019/a.jpg");
  }

  @Test
  void marksFilesThatWereGivenByName() {
    FakeTree tree = new FakeTree("a/1.jpg", "b.jpg");

    assertThat(tree.crawler(CrawlRequest.of(tree.at("a"), tree.at("b.jpg"))).files())
        .extracting(file -> file.facts().path(), CrawledFile::named)
        .containsExactly(tuple(tree.at("b.jpg"), true), tuple(tree.at("a/1.jpg"), false));
  }

  @Test
  void passesByHiddenEntriesUnlessAskedForThem() {
    FakeTree tree = new FakeTree(".h/a.jpg", ".b.jpg", "c.jpg", ".imagedb/d.jpg");

    assertThat(tree.found(tree.request())).containsExactly("c.jpg");
    assertThat(
            tree.found(
                new CrawlRequest(List.of(tree.root), List.of(), List.of(), Set.of(), true, false)))
        .containsExactly(".b.jpg", ".h/a.jpg", "c.jpg");
  }

  @Test
  void takesRootsThatAreHidden() {
    FakeTree tree = new FakeTree(".h/a.jpg", ".b.jpg");

    assertThat(tree.found(CrawlRequest.of(tree.at(".h"), tree.at(".b.jpg"))))
        .containsExactly(".b.jpg", ".h/a.jpg");
  }

  @Test
  void entersNoDatabase() {
    FakeTree tree = new FakeTree("a.jpg", "index/b.jpg", "sub/.imagedb/c.jpg");

    CrawlRequest request =
        new CrawlRequest(
            List.of(tree.root), List.of(), List.of(), Set.of(tree.at("index")), true, false);

    assertThat(tree.found(request)).containsExactly("a.jpg");
    assertThat(tree.found(CrawlRequest.of(tree.at("sub/.imagedb")))).isEmpty();
    assertThat(tree.skipped)
        .containsExactly(
            new Skipped(tree.at("sub/.imagedb"), "it is a database, not a folder of pictures"));
  }

  @Test
  void takesOnlyWhatIsIncluded() {
    FakeTree tree =
        new FakeTree("1.jpg", "2.png", "2019/3.jpg", "2019/b/4.jpg", "x/2019/5.jpg", "raw/6.gif");

    assertThat(tree.found(tree.including("*.jpg")))
        .containsExactly("1.jpg", "2019/3.jpg", "2019/b/4.jpg", "x/2019/5.jpg");
    assertThat(tree.found(tree.including("2019/*.jpg"))).containsExactly("2019/3.jpg");
    assertThat(tree.found(tree.including("/2019/", "*.gif")))
        .containsExactly("2019/3.jpg", "2019/b/4.jpg", "raw/6.gif");
    assertThat(tree.found(tree.including("*.[pg][ni][gf]"))).containsExactly("2.png", "raw/6.gif");
  }

  @Test
  void leavesOutWhatIsExcluded() {
    FakeTree tree = new FakeTree("1.jpg", "2.png", "a/raw/3.jpg", "raw/b/4.jpg", "keep.png");

    assertThat(tree.found(tree.excluding("**/raw/**")))
        .containsExactly("1.jpg", "2.png", "keep.png");
    assertThat(tree.found(tree.excluding("*.png", "!keep.png", "/raw")))
        .containsExactly("1.jpg", "a/raw/3.jpg", "keep.png");
  }

  @Test
  void entersNoFolderThatIsExcluded() {
    FakeTree tree = new FakeTree("raw/1.jpg", "2.jpg");
    List<Path> read = new ArrayList<>();
    Listing watched =
        (folder, step) -> {
          read.add(folder);
          return Listing.ofDisk(folder, step);
        };

    assertThat(tree.found(tree.crawler(tree.excluding("raw"), watched))).containsExactly("2.jpg");
    assertThat(read).containsExactly(tree.root);
  }

  @Test
  void refusesAGlobThatCannotMatch() {
    FakeTree tree = new FakeTree("1.jpg");

    assertThatThrownBy(() -> tree.excluding(""))
        .isInstanceOf(UserException.class)
        .hasMessage("--exclude \"\" is no glob that could match a file");
  }

  @Test
  void refusesARootThatIsNotThereBeforeItReadsAny() {
    FakeTree tree = new FakeTree("1.jpg");
    Crawler crawler = tree.crawler(CrawlRequest.of(tree.root, tree.at("2019")));

    assertThatThrownBy(crawler::files)
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED))
        .hasMessage("there is no file or folder /photos/2019");
  }

  @Test
  void reportsAFolderThatItMayNotReadAndGoesOn() {
    FakeTree tree = new FakeTree("a/1.jpg", "b/2.jpg");
    Listing closed =
        (folder, step) -> {
          if (folder.endsWith("a")) {
            throw new AccessDeniedException(folder.toString());
          }
          return Listing.ofDisk(folder, step);
        };

    assertThat(tree.found(tree.crawler(tree.request(), closed))).containsExactly("b/2.jpg");
    assertThat(tree.skipped)
        .containsExactly(
            new Skipped(tree.at("a"), "no permission to read it; grant it, or exclude it"));
  }

  @Test
  void reportsAFileThatVanishesMeanwhileAndGoesOn() {
    FakeTree tree = new FakeTree("a.jpg", "b.jpg");
    Listing stale =
        (folder, step) -> {
          List<Path> entries = Listing.ofDisk(folder, step);
          Files.delete(entries.getFirst());
          return entries;
        };

    assertThat(tree.found(tree.crawler(tree.request(), stale))).containsExactly("b.jpg");
    assertThat(tree.skipped)
        .containsExactly(new Skipped(tree.at("a.jpg"), "it was gone before it could be read"));
  }

  @Test
  void passesByAFolderWhoseDriveDoesNotAnswer() {
    FakeTree tree = new FakeTree("a/1.jpg", "b/2.jpg");
    Listing dead =
        (folder, step) -> {
          List<Path> entries = Listing.ofDisk(folder, step);
          return folder.endsWith("a") ? Listing.ofDisk(DeadDrive.path(folder), step) : entries;
        };

    assertThat(tree.found(new Crawler(tree.request(), tree.skipped::add, SHORT, dead)))
        .containsExactly("b/2.jpg");
    assertThat(tree.skipped).containsExactly(new Skipped(tree.at("a"), LATE));
  }

  @Test
  void passesByTheRestOfAFolderWhoseEntriesDoNotAnswer() {
    FakeTree tree = new FakeTree("a/1.jpg", "b/2.jpg");
    Listing dead =
        (folder, step) ->
            Listing.ofDisk(folder, step).stream()
                .map(entry -> folder.endsWith("a") ? DeadDrive.path(entry) : entry)
                .toList();

    assertThat(tree.found(new Crawler(tree.request(), tree.skipped::add, SHORT, dead)))
        .containsExactly("b/2.jpg");
    assertThat(tree.skipped).containsExactly(new Skipped(tree.at("a"), LATE));
  }

  @Test
  void goesThroughTheOtherRootsWhereOneDoesNotAnswer() {
    FakeTree tree = new FakeTree("a/1.jpg", "b/2.jpg");
    CrawlRequest request = CrawlRequest.of(DeadDrive.path(tree.at("a")), tree.at("b"));

    assertThat(tree.found(new Crawler(request, tree.skipped::add, SHORT)))
        .containsExactly("b/2.jpg");
    assertThat(tree.skipped)
        .extracting(skipped -> skipped.path().toString(), Skipped::reason)
        .containsExactly(tuple("/photos/a", LATE));
  }
}
