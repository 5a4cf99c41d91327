package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.store.Health;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C, and a kill, while something is under way that cannot be stopped.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class InterruptionIT {
  private static final String MODEL = Path.of("samples/model").toAbsolutePath().toString();

  /// It is two seconds on a machine that has time. A batch of sixteen takes the slow model as long
  /// as this on one, and several times as long where others keep the machine busy, too.
  private static final Duration SOON = Duration.ofSeconds(8);

  private static final int BACKUPS = 5;

  @TempDir Path folder;

  private final Random random = new Random(20_261_121);

  @BeforeEach
  void drawPictures() throws IOException {
    DrawnPictures.draw(folder.resolve("pictures"), 0, 40);
  }

  @Test
  void aBatchInTheNetworkKeepsNobodyWaiting() throws Exception {
    SlowModel.makeIn(folder.resolve("slow"));
    Process run =
        Launched.start(
            Launched.LAUNCHER, folder, "index", "pictures", "--model", "slow", "--db", "db");
    awaitBatch(run);
    long begin = System.nanoTime();
    interrupt(run);
    Launched interrupted = Launched.end(run, folder);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    assertThat(interrupted.exit()).isEqualTo(130);
    assertThat(interrupted.err()).contains("interrupted; what is counted is stored: ");
    assertSound(folder.resolve("db"));
  }

  @Test
  void aKilledBackupIsWholeOrNotThere() throws Exception {
    Launched.by(Launched.LAUNCHER, folder, "index", "pictures", "--model", MODEL, "--db", "db");
    for (int i = 0; i < BACKUPS; i++) {
      Path copy = folder.resolve("copy" + i);
      killedBackup(copy);
      if (Files.notExists(copy)) {
        Launched.by(Launched.LAUNCHER, folder, "backup", copy.toString(), "--db", "db");
      }
      assertSound(copy);
      assertThat(folder.resolve(".copy" + i + ".unfinished")).doesNotExist();
    }
  }

  /// Before, at or after its work.
  private void killedBackup(Path copy) throws Exception {
    Process backup =
        Launched.start(Launched.LAUNCHER, folder, "backup", copy.toString(), "--db", "db");
    backup.waitFor(300 + random.nextInt(700), TimeUnit.MILLISECONDS);
    backup.destroyForcibly().waitFor();
  }

  /// Until a worker loads the network, or is in it.
  private static void awaitBatch(Process run) throws Exception {
    String stacks = "";
    while (run.isAlive() && !stacks.contains("dev.imagedb.ingest.Batches.embed(")) {
      Thread.sleep(100);
      stacks = Programs.jcmd(run, "Thread.print");
    }
  }

  private static void assertSound(Path database) {
    Health health = new LuceneStore(database).upkeep().examine();
    assertThat(health.damages()).isEmpty();
  }

  private static void interrupt(Process run) throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
  }
}
