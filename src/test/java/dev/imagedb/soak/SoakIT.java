package dev.imagedb.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A server and a shell that stay, while pictures come, change, move and go, are indexed, labelled
/// and backed up, and some runs are killed: for `-Dsoak.minutes`, and for a few rounds in every
/// build. What is answered agrees with what was committed, and in the end nothing has grown.
@EnabledOnOs(value = OS.LINUX, disabledReason = "what a process holds is read from /proc")
class SoakIT {
  private static final long NANOS =
      Duration.ofMinutes(Integer.getInteger("soak.minutes", 0)).toNanos();
  private static final int LEAST_ROUNDS = 3;

  private static final int PICTURES = 300;
  private static final int COME_AND_GO = 20;
  private static final int CHANGE = 8;
  private static final int MOVE = 5;

  /// Longer than a round's run takes.
  private static final int LONGEST_MILLIS = 6_000;

  @TempDir Path root;

  private final Random random = new Random(20_261_121);

  /// What may be stored: all that was before and still is, and nothing that never was.
  private Set<Path> surely = Set.of();

  private Set<Path> perhaps = Set.of();
  private Imagedb imagedb;
  private ChangingLibrary library;

  @BeforeEach
  void layOut() throws IOException {
    Path folder = root.toRealPath();
    imagedb = new Imagedb(folder, folder.resolve("db"));
    library = new ChangingLibrary(folder.resolve("pictures"), random);
  }

  @Test
  void staysAsItWas() throws Exception {
    library.add(PICTURES);
    imagedb.run("index", library.folder().toString(), "--model", model().toString());
    long begin = System.nanoTime();
    try (Server server = Server.start(imagedb);
        Prompt prompt = Prompt.start(imagedb);
        SoakTable table = new SoakTable()) {
      for (int round = 0; round < LEAST_ROUNDS || System.nanoTime() - begin < NANOS; round++) {
        round(round, server, prompt);
        table.add(
            Duration.ofNanos(System.nanoTime() - begin),
            perhaps.size(),
            imagedb,
            Footprint.of(server.process(), imagedb.database()),
            Footprint.of(prompt.process(), imagedb.database()));
      }
      assertThat(table.grown()).isEmpty();
    }
  }

  private static Path model() {
    return Path.of("samples/model").toAbsolutePath();
  }

  private void round(int round, Server server, Prompt prompt) throws Exception {
    Set<Path> before = imagedb.stored();
    changePictures();
    surely = new HashSet<>(before);
    surely.retainAll(library.pictures());
    perhaps = new HashSet<>(before);
    perhaps.addAll(library.pictures());
    if (round % 3 == 1) {
      kill(server);
    } else {
      index(server, round % 3 == 2);
    }
    Set<Path> stored = imagedb.stored();
    assertPossible(stored, "list");
    assertThat(server.stored()).isEqualTo(stored);
    assertThat(prompt.stored()).isEqualTo(stored.size());
  }

  private void changePictures() throws Exception {
    library.delete(COME_AND_GO);
    library.add(COME_AND_GO);
    library.change(CHANGE);
    library.move(MOVE);
  }

  private void kill(Server server) throws Exception {
    Process run = imagedb.command("index").start();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS));
    while (run.isAlive() && System.nanoTime() - end < 0) {
      askAround(server);
    }
    run.destroyForcibly().waitFor();
    imagedb.run("check");
  }

  private void index(Server server, boolean backup) throws Exception {
    Process run = imagedb.command("index").start();
    askAround(server);
    if (backup) {
      backUp();
    }
    while (run.isAlive()) {
      askAround(server);
    }
    imagedb.ended("index", run);
    assertThat(imagedb.stored()).isEqualTo(library.pictures());
    imagedb.run("label", "--labels", "red,blue", "--write");
    imagedb.run("check", "--deep");
    perhaps = library.pictures();
    surely = perhaps;
  }

  private void askAround(Server server) throws Exception {
    assertPossible(server.stored(), "serve");
    server.askAll(library.any());
  }

  private void backUp() throws Exception {
    Path copy = imagedb.root().resolve("copy");
    imagedb.run("backup", copy.toString());
    Imagedb copied = new Imagedb(imagedb.root(), copy);
    copied.run("check");
    assertPossible(copied.stored(), "backup");
    FileUtils.deleteDirectory(copy.toFile());
  }

  private void assertPossible(Set<Path> stored, String where) {
    assertThat(stored).as(where).containsAll(surely).isSubsetOf(perhaps);
  }
}
