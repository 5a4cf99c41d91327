package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.Damage;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.lucene.EarlierDatabase;
import dev.imagedb.store.lucene.LuceneStore;
import dev.imagedb.store.lucene.WatchedDisk.Steps;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the program at each step of its writing, and looks what is left: the database as it was, or
/// as it is when the command is done, and the same command makes it that. The steps are those that
/// an undisturbed run makes; as many of each command as `-Dcrash.steps` says.
class FaultPointIT {
  private static final int STEPS = Integer.getInteger("crash.steps", 4);

  @TempDir Path folder;

  /// A command that writes, and what there is before it.
  record Writing(String name, Preparation preparation, String command) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Preparation {
    void on(Ground ground) throws IOException;
  }

  private static final Writing RUN_THAT_ADDS_PRUNES_AND_MERGES =
      new Writing(
          "a run that adds, prunes and merges",
          ground -> {
            for (int i = 0; i < 4; i++) {
              ground.draw(4 * i, 4 * i + 4);
              ground.run(Ground.INDEX);
            }
            ground.erase(2, 6);
            ground.draw(16, 20);
          },
          Ground.INDEX);

  static Stream<Writing> writings() {
    return Stream.of(
        new Writing("a first run", ground -> ground.draw(0, 6), Ground.INDEX),
        RUN_THAT_ADDS_PRUNES_AND_MERGES,
        new Writing("another model", Ground::index, Ground.INDEX + " --force --resize-mode pad"),
        new Writing("labels", Ground::index, "label --labels red,green --write"),
        new Writing("removal", Ground::index, "remove pictures/0.png pictures/5.png"),
        new Writing(
            "upgrade",
            ground -> EarlierDatabase.write(ground.database(), ground.paths(0, 4)),
            "remove pictures/0.png"),
        new Writing("repair", Ground::indexAndDamage, "check --repair"),
        new Writing("backup", Ground::index, "backup copy"));
  }

  /// A step by its name, and for which time it is made.
  record Step(String name, int times) {}

  /// What is stored, and what is wrong with it.
  record State(Set<String> contents, List<Damage> damages, Set<String> copy) {}

  @ParameterizedTest
  @MethodSource("writings")
  void leavesTheDatabaseWhole(Writing writing) throws Exception {
    Ground ground = new Ground(folder.toRealPath());
    writing.preparation.on(ground);
    ground.save();
    State before = ground.state();
    List<Step> steps = ground.steps(writing.command);
    State after = ground.state();
    assertThat(after.damages()).isEmpty();

    int halted = 0;
    List<Step> chosen = spread(steps);
    for (Step step : chosen) {
      ground.restore();
      halted += ground.haltsAt(step, writing.command) ? 1 : 0;
      assertThat(ground.state()).as("halted at %s", step).isIn(before, after);
      ground.run(writing.command);
      assertThat(ground.state()).as("gone on after %s", step).isEqualTo(after);
    }
    assertThat(halted).isGreaterThanOrEqualTo(chosen.size() / 2);
  }

  @Test
  void theStepsAreThoseOfACommitOfAMergeAndOfTidyingUp() throws IOException {
    Ground ground = new Ground(folder.toRealPath());
    RUN_THAT_ADDS_PRUNES_AND_MERGES.preparation.on(ground);

    assertThat(ground.steps(Ground.INDEX))
        .extracting(Step::name)
        .contains(
            "lock",
            "write an inner file",
            "write .cfs",
            "write .si",
            "write .liv",
            "write an inner file of a merge",
            "finish an inner file of a merge",
            "sync the parts",
            "write pending_segments",
            "sync pending_segments",
            "rename pending_segments",
            "sync the folder",
            "delete segments",
            "leave");
  }

  /// So many steps, the first and the last among them.
  private static List<Step> spread(List<Step> steps) {
    int count = Math.min(STEPS, steps.size());
    return IntStream.range(0, count)
        .mapToObj(i -> steps.get(i * (steps.size() - 1) / Math.max(1, count - 1)))
        .toList();
  }

  /// A folder with pictures and their database in it.
  record Ground(Path folder) {
    /// By one worker, so that all pictures of a run come into one part.
    private static final String INDEX = "index pictures --workers 1";

    Path database() {
      return folder.resolve("db");
    }

    List<Path> paths(int from, int to) {
      return IntStream.range(from, to)
          .mapToObj(i -> folder.resolve("pictures").resolve(i + ".png"))
          .toList();
    }

    void draw(int from, int to) throws IOException {
      Files.createDirectories(folder.resolve("pictures"));
      for (Path path : paths(from, to)) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, path.hashCode());
        ImageIO.write(image, "png", path.toFile());
      }
    }

    void erase(int from, int to) throws IOException {
      IOUtils.deleteFilesIfExist(paths(from, to));
    }

    /// Six pictures, in two parts.
    void index() throws IOException {
      draw(0, 3);
      run(INDEX);
      draw(3, 6);
      run(INDEX);
    }

    /// The same, with a file of one part taken away.
    void indexAndDamage() throws IOException {
      index();
      try (Stream<Path> files = Files.list(database())) {
        Files.delete(
            files
                .filter(file -> file.toString().endsWith(".cfs"))
                .sorted()
                .findFirst()
                .orElseThrow());
      }
    }

    void run(String command) {
      run((_, _) -> {}, command);
    }

    private void run(Steps steps, String command) {
      PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
      HaltingProgram.run(steps, folder, nobody, arguments(command));
    }

    private static List<String> arguments(String command) {
      return List.of((command + " --db db").split(" "));
    }

    /// Runs a command to its end, and gives the steps that it made, each name's first and last.
    List<Step> steps(String command) {
      Map<String, Integer> times = new LinkedHashMap<>();
      List<Step> all = new ArrayList<>();
      run(
          (name, _) -> {
            synchronized (times) {
              all.add(new Step(name, times.merge(name, 1, Integer::sum)));
            }
          },
          command);
      return all.stream()
          .filter(step -> step.times() == 1 || Objects.equals(times.get(step.name()), step.times()))
          .toList();
    }

    /// Whether it came to the step: a merge runs beside the rest, and where that was faster this
    /// time, what it has done is left to the next run.
    boolean haltsAt(Step step, String command) throws Exception {
      List<String> process = new ArrayList<>();
      process.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      process.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      process.addAll(List.of("-cp", System.getProperty("java.class.path")));
      process.add(HaltingProgram.class.getName());
      process.addAll(List.of(step.name(), Integer.toString(step.times()), folder.toString()));
      process.addAll(arguments(command));
      Launched ended = Launched.end(Launched.start(folder, process), folder);
      assertThat(ended.exit()).as("%s: %s", step, ended).isIn(HaltingProgram.KILLED, 0);
      return ended.exit() == HaltingProgram.KILLED;
    }

    State state() {
      return new State(contents(database()), damages(), contents(folder.resolve("copy")));
    }

    private List<Damage> damages() {
      PhotoStore store = new LuceneStore(database());
      return store.exists() ? store.upkeep().examine().damages() : List.of();
    }

    /// Every picture with its labels, its vector and its model.
    private static Set<String> contents(Path location) {
      PhotoStore store = new LuceneStore(location);
      if (!store.exists()) {
        return Set.of();
      }
      Set<String> all = new TreeSet<>();
      try (PhotoReader reader = store.reader()) {
        reader.all().forEach(photo -> assertThat(all.add(told(reader, photo))).isTrue());
      } catch (UserException damaged) {
        all.add(String.valueOf(damaged.getMessage()));
      }
      return all;
    }

    private static String told(PhotoReader reader, Photo photo) {
      String vector =
          reader
              .stored(photo.file().path())
              .map(stored -> Arrays.toString(stored.vector()))
              .orElse("");
      return photo.file().path() + " " + photo.labels() + vector + reader.space().model();
    }

    void save() throws IOException {
      copy(database(), folder.resolve("saved"));
    }

    void restore() throws IOException {
      remove(database());
      remove(folder.resolve("copy"));
      copy(folder.resolve("saved"), database());
    }

    private static void copy(Path from, Path to) throws IOException {
      if (Files.exists(from)) {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
          for (Path file : files.toList()) {
            Files.copy(file, to.resolve(file.getFileName()));
          }
        }
      }
    }

    private static void remove(Path database) throws IOException {
      if (Files.exists(database)) {
        IOUtils.rm(database);
      }
    }
  }
}
