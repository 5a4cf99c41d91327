package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.store.Health;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.lucene.LuceneStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Kills the program as it writes, at moments that nobody chose, and looks what is left. As often
/// as `-Dcrash.kills` says.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class CrashIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 10);
  private static final int PICTURES = 60;

  /// Longer than an undisturbed run takes.
  private static final int LONGEST_MILLIS = 4_000;

  @TempDir Path folder;

  private final Random random = new Random(20_261_121);
  private int killed;

  /// Indexing may add to what was stored; taking all out, which is one commit, does so or does not.
  @Test
  void nothingThatWasCommittedIsLostOrDoubled() throws Exception {
    Set<Path> all = draw();
    Set<Path> stored = Set.of();
    while (killed < KILLS) {
      if (stored.size() < all.size()) {
        kill("index", "pictures", "--model", "samples", "--db", "db", "-q");
        Set<Path> after = stored();
        assertThat(after).as("after %d kills", killed).containsAll(stored).isSubsetOf(all);
        stored = after;
      } else {
        kill("remove", "pictures", "--db", "db", "-q");
        Set<Path> after = stored();
        assertThat(after).as("after %d kills", killed).isIn(Set.of(), stored);
        stored = after;
      }
    }
    Launched.by(Launched.LAUNCHER, folder, "index", "pictures", "--model", "samples", "--db", "db");
    assertThat(stored()).isEqualTo(all);
  }

  private void kill(String... command) throws Exception {
    Process run = Launched.start(Launched.LAUNCHER, folder, command);
    if (!run.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
      run.destroyForcibly();
      killed++;
    }
    run.waitFor();
  }

  /// What is stored, once it is certain that it is whole.
  private Set<Path> stored() {
    PhotoStore store = new LuceneStore(folder.resolve("db"));
    if (!store.exists()) {
      return Set.of();
    }
    Health health = store.upkeep().examine();
    assertThat(health.damages()).as("after %d kills", killed).isEmpty();
    try (PhotoReader reader = store.reader()) {
      return reader.all().map(photo -> photo.file().path()).collect(Collectors.toSet());
    }
  }

  private Set<Path> draw() throws IOException {
    Files.createSymbolicLink(folder.resolve("samples"), Path.of("samples/model").toAbsolutePath());
    Files.createDirectory(folder.resolve("pictures"));
    for (int i = 0; i < PICTURES; i++) {
      BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i % 16, i / 16 % 16, 0xffffff - i);
      ImageIO.write(image, "png", folder.resolve("pictures/" + i + ".png").toFile());
    }
    try (var files = Files.list(folder.toRealPath().resolve("pictures"))) {
      return files.collect(Collectors.toSet());
    }
  }
}
