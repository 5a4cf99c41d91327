package dev.imagedb.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CrawlerLinksTest {

  @Test
  void followsNoLinkUnlessAsked() throws IOException {
    FakeTree tree = new FakeTree("a/1.jpg").link("file.jpg", "a/1.jpg").link("folder", "a");

    assertThat(tree.found(tree.request())).containsExactly("a/1.jpg");
  }

  @Test
  void followsARootThatIsALink() throws IOException {
    FakeTree tree =
        new FakeTree("a/1.jpg", "b/2.jpg").link("to-a", "a").link("to-b.jpg", "b/2.jpg");

    assertThat(tree.found(CrawlRequest.of(tree.at("to-a"), tree.at("to-b.jpg"))))
        .containsExactly("to-b.jpg", "to-a/1.jpg");
  }

  @Test
  void givesAFileOnceHoweverManyLinksLeadToIt() throws IOException {
    FakeTree tree = new FakeTree("b/1.jpg").link("a", "b").link("c", "b").link("z.jpg", "b/1.jpg");

    assertThat(tree.found(tree.followingLinks())).containsExactly("a/1.jpg");
  }

  @Test
  void followsLinksOutOfTheRoot() throws IOException {
    FakeTree tree = new FakeTree("../elsewhere/1.jpg").write("2.jpg", "x");
    tree.link("out", "/elsewhere");

    assertThat(tree.found(tree.followingLinks())).containsExactly("2.jpg", "out/1.jpg");
  }

  @Test
  @Timeout(10)
  void comesOutOfACycleOfLinks() throws IOException {
    FakeTree tree = new FakeTree("a/1.jpg").link("a/up", "/photos").link("a/self", ".");

    assertThat(tree.found(tree.followingLinks())).containsExactly("a/1.jpg");
  }

  @Test
  void reportsALinkThatLeadsNowhere() throws IOException {
    FakeTree tree = new FakeTree("1.jpg").link("2.jpg", "gone.jpg");

    assertThat(tree.found(tree.followingLinks())).containsExactly("1.jpg");
    assertThat(tree.skipped)
        .containsExactly(new Skipped(tree.at("2.jpg"), "the link leads nowhere"));
  }

  @Test
  void followsLinksOnARealDisk(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("b/1.jpg"), "x");
    Files.createSymbolicLink(folder.resolve("a"), folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b/up"), folder);
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    List<Skipped> skipped = new ArrayList<>();
    CrawlRequest request =
        new CrawlRequest(List.of(folder), List.of(), List.of(), Set.of(), false, true);

    assertThat(new Crawler(request, skipped::add, FakeTree.LIMIT).files())
        .extracting(file -> file.facts().path())
        .containsExactly(folder.resolve("a/1.jpg"));
    assertThat(skipped).extracting(Skipped::path).containsExactly(folder.resolve("loop"));
  }

  @Test
  void reportsAFolderWithoutPermissionOnARealDisk(@TempDir Path folder) throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.writeString(folder.resolve("open.jpg"), "x");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "this user may read every folder");
    List<Skipped> skipped = new ArrayList<>();

    assertThat(new Crawler(CrawlRequest.of(folder), skipped::add, FakeTree.LIMIT).files())
        .hasSize(1);
    assertThat(skipped).extracting(Skipped::path).containsExactly(closed);
  }

  @Test
  @Timeout(10)
  void opensNoPipe(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe.jpg");
    assumeTrue(makePipe(pipe), "there is no mkfifo here");
    makePipe(folder.resolve(".imagedbignore"));
    List<Skipped> skipped = new ArrayList<>();

    assertThat(new Crawler(CrawlRequest.of(folder, pipe), skipped::add, FakeTree.LIMIT).files())
        .isEmpty();
    assertThat(skipped).containsExactly(new Skipped(pipe, "it is neither a file nor a folder"));
  }

  private static boolean makePipe(Path pipe) throws InterruptedException {
    try {
      Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
