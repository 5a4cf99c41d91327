package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that change while a run is at them, and what only looks like a file. The timeout ends a
/// test that waits for a pipe.
@Timeout(60)
class IndexerUnderfootTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;
  private static final String CHANGED = "it changed while it was read; index again";

  @TempDir Path temporary;

  private final FakeEmbedder embedder = new FakeEmbedder("colours");
  private Library library;

  @BeforeEach
  void makeLibrary() throws IOException {
    library = Library.in(temporary);
  }

  @Test
  void aFileMayGrow() throws IOException {
    Path file = library.draw("a.png", RED);

    IndexReport report =
        indexWhile(() -> Files.write(file, new byte[1000], StandardOpenOption.APPEND));

    assertThat(report.skipped()).containsExactly(new Skipped(file, CHANGED));
    assertThat(library.stored()).isEmpty();
  }

  @Test
  void aFileMayBeReplacedByOneOfTheSameSize() throws IOException {
    Path file = library.draw("a.png", RED);
    Path other = Files.write(temporary.resolve("other.png"), Files.readAllBytes(file));

    IndexReport report =
        indexWhile(() -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING));

    assertThat(report.skipped()).containsExactly(new Skipped(file, CHANGED));
    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).added(1));
  }

  @Test
  void aFileMayBecomeAFolder() throws IOException {
    Path file = library.draw("a.png", RED);

    IndexReport report =
        indexWhile(
            () -> {
              Files.delete(file);
              return Files.createDirectory(file);
            });

    assertThat(report.skipped()).containsExactly(new Skipped(file, CHANGED));
  }

  @Test
  void aFileMayBecomeAPipe() throws Exception {
    Path file = library.draw("a.png", RED);

    IndexReport report =
        indexWhile(
            () -> {
              Files.delete(file);
              return pipe(file);
            });

    assertThat(report.skipped()).containsExactly(new Skipped(file, CHANGED));
  }

  @Test
  void pipesAndSocketsAreNeverOpened() throws Exception {
    library.draw("a.png", RED);
    pipe(library.path("pipe.png"));
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(library.path("socket.png")));

      assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).added(1));
    }
  }

  @Test
  void aPipeThatIsNamedIsRefused() throws Exception {
    Path pipe = pipe(library.path("pipe.png"));

    assertThat(library.index(embedder, Library.request(pipe)).skipped())
        .containsExactly(new Skipped(pipe, "it is neither a file nor a folder"));
  }

  /// The kernel's log is a file of no bytes that never ends.
  @Test
  void filesThatAreEmptyByTheirSizeAreNeverOpened() {
    Path log = Path.of("/proc/kmsg");
    assumeTrue(Files.isRegularFile(log), "there is no /proc here");

    assertThat(library.index(embedder, Library.request(log)).skipped())
        .containsExactly(new Skipped(log, "the file is empty"));
  }

  @Test
  void aClockMayGoBackwards() throws IOException {
    Path file = library.draw("a.png", RED);
    library.index(embedder);
    library.draw("a.png", BLUE);
    Library.touch(file, Instant.parse("1969-07-20T20:17:40Z"));

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).updated(1));
    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).unchanged(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line\nbreak.png",
        "quote'\"`$(rm).png",
        "escape\u001b[2J.png",
        "gnp.\u202Eexe.png",
        " .png",
        "-rf.png",
        "e\u0301.png",
        "\uD83D\uDC08.png"
      })
  void aNameMayBeAnything(String name) throws IOException {
    library.draw(name, RED);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).added(1));
    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).unchanged(1));
    assertThat(library.stored()).containsExactly(name);
  }

  @Test
  void aNameMayBeAsLongAsNamesAre() throws IOException {
    String name = "é".repeat(125) + "x.png"; // 255 bytes in UTF-8
    library.draw(name, RED);

    assertThat(Counted.of(library.index(embedder))).isEqualTo(Counted.seen(1).added(1));
    assertThat(library.stored()).containsExactly(name);
  }

  /// Only a program can make such a name: Java itself has none for it.
  @Test
  void aNameThatIsNotUtf8IsSkippedAndSaysWhy() throws Exception {
    library.draw("a.png", RED);
    run("cp a.png \"$(printf 'caf\\351.png')\" && mkdir \"$(printf 'caf\\351')\"");

    IndexReport report = library.index(embedder);

    assertThat(report.skipped())
        .extracting(Skipped::reason)
        .containsExactly(
            "its name is not valid UTF-8; rename it", "its name is not valid UTF-8; rename it");
    assertThat(library.stored()).containsExactly("a.png");
    assertThat(Counted.of(library.index(embedder)))
        .isEqualTo(Counted.seen(3).unchanged(1).skipped(2));
  }

  @Test
  void aFolderWithoutPermissionKeepsItsPictures() throws IOException {
    library.draw("closed/a.png", RED);
    library.index(embedder);
    Path folder = library.path("closed");
    boolean closed = folder.toFile().setReadable(false) && !Files.isReadable(folder);
    assumeTrue(closed, "whoever runs this may read every folder");

    assertThat(library.index(embedder).skipped())
        .containsExactly(new Skipped(folder, "no permission to read it; grant it, or exclude it"));
    assertThat(library.stored()).containsExactly("closed/a.png");
    folder.toFile().setReadable(true);
  }

  private Path pipe(Path file) throws IOException {
    run("mkfifo " + file.getFileName());
    return file;
  }

  /// Runs a line of the shell in the library's folder; the test is skipped where that fails.
  private void run(String line) throws IOException {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", line).directory(library.folder().toFile()).start();
      assumeTrue(process.waitFor() == 0, () -> "this cannot be done here: " + line);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Mischief {
    Object happen() throws IOException;
  }

  /// Does something to the first picture after it was found and before it is read.
  private IndexReport indexWhile(Mischief mischief) {
    IndexProgress progress =
        new IndexProgress() {
          private boolean done;

          @Override
          public void update(IndexCounts counts) {
            if (isWorker() && !done) {
              done = true;
              happen(mischief);
            }
          }

          @Override
          public void finish() {}
        };
    return library.index(embedder, Library.request(library.folder()), progress, new Cancellation());
  }

  private static void happen(Mischief mischief) {
    try {
      mischief.happen();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The crawl, which is ahead, tells of its progress, too.
  private static boolean isWorker() {
    return Thread.currentThread().getName().startsWith("index-");
  }
}
