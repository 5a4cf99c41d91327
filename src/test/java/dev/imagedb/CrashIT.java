package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.lucene.LuceneStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.lucene.util.IOUtils;
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

  /// A command, and what it may leave.
  private enum Writing {
    INDEX("index pictures --model samples -q"),
    LABEL("label --labels red,green --top 1 --min-probability 0 --write"),
    FORCE("index pictures --force -q"),
    CLEAR("label --clear"),
    BACKUP("backup copy"),
    REPAIR("check --repair"),
    REMOVE("remove pictures -q");

    private final String command;

    Writing(String command) {
      this.command = command;
    }

    String[] arguments() {
      return (command + " --db db").split(" ");
    }

    /// Whether this may be stored, where something was stored before and the command was killed.
    boolean mayLeave(Map<Path, List<String>> after, Map<Path, List<String>> before) {
      return after.equals(before)
          || switch (this) {
            case INDEX -> after.entrySet().containsAll(before.entrySet());
            case REMOVE -> after.isEmpty();
            case LABEL -> isAllOf(before, after, 1);
            case CLEAR -> isAllOf(before, after, 0);
            case FORCE, BACKUP, REPAIR -> false;
          };
    }

    private static boolean isAllOf(
        Map<Path, List<String>> before, Map<Path, List<String>> after, int labels) {
      return after.keySet().equals(before.keySet())
          && after.values().stream().allMatch(each -> each.size() == labels);
    }
  }

  @TempDir Path folder;

  private final Random random = new Random(20_261_121);

  /// How long each takes that is not killed, in milliseconds; before that is known, too long.
  private final Map<Writing, Integer> lengths = new EnumMap<>(Writing.class);

  private int killed;

  @Test
  void nothingThatWasCommittedIsLostOrDoubled() throws Exception {
    Set<Path> all = draw();
    Map<Path, List<String>> stored = Map.of();
    for (int turn = 0; killed < KILLS; turn++) {
      Writing writing = stored.size() < all.size() ? Writing.INDEX : turn(turn);
      run(writing);
      Map<Path, List<String>> after = stored("db");
      assertThat(writing.mayLeave(after, stored))
          .as("after %d kills: %s makes %s of %s", killed, writing, after, stored)
          .isTrue();
      assertThat(all).containsAll(after.keySet());
      assertThat(stored("copy")).isIn(Map.of(), after);
      remove("copy");
      stored = after;
    }
    Launched.by(Launched.LAUNCHER, folder, Writing.INDEX.arguments());
    assertThat(stored("db").keySet()).isEqualTo(all);
  }

  private static Writing turn(int number) {
    Writing[] all = Writing.values();
    return all[number % all.length];
  }

  private void run(Writing writing) throws Exception {
    long begin = System.nanoTime();
    Process run = Launched.start(Launched.LAUNCHER, folder, writing.arguments());
    int moment = random.nextInt(lengths.getOrDefault(writing, 4_000));
    if (!run.waitFor(moment, TimeUnit.MILLISECONDS)) {
      run.destroyForcibly();
      killed++;
    } else {
      lengths.put(writing, (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + 1);
    }
    run.waitFor();
  }

  /// What is stored with which labels, once it is certain that it is whole.
  private Map<Path, List<String>> stored(String database) {
    PhotoStore store = new LuceneStore(folder.resolve(database));
    if (!store.exists()) {
      return Map.of();
    }
    assertThat(store.upkeep().examine().damages()).as("after %d kills", killed).isEmpty();
    try (PhotoReader reader = store.reader()) {
      return reader
          .all()
          .collect(Collectors.toMap(photo -> photo.file().path(), photo -> photo.labels()));
    }
  }

  private void remove(String database) throws IOException {
    if (Files.exists(folder.resolve(database))) {
      IOUtils.rm(folder.resolve(database));
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
