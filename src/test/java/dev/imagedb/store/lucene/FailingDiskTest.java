package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.atCosine;
import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a disk does to a database while it is written: after each fault the last commit is there.
class FailingDiskTest {
  private static final VectorSpace SPACE = space("model", 4);

  /// What is stored after each commit. So many that segments are merged meanwhile.
  private static final List<Set<String>> COMMITS =
      List.of(
          Set.of("a", "b"),
          Set.of("a", "b", "c"),
          Set.of("b", "c", "d"),
          Set.of("b", "c", "d", "e"),
          Set.of("b", "d", "e", "f"),
          Set.of("d", "e", "f", "g"));

  /// The first, and one that removes and merges: no other makes calls of another kind.
  private static final Set<Integer> TELLING = Set.of(0, 2);

  @TempDir private Path folder;

  /// The disks that were looked at.
  private final Set<String> passed = new HashSet<>();

  @Test
  void everyCallMayFailOnce() throws IOException {
    FailingDisk disk = FailingDisk.empty();
    for (int number = 0; number < COMMITS.size(); number++) {
      int call = 0;
      boolean failed = true;
      while (failed) {
        FailingDisk failing = disk.copy();
        failing.failAt(++call);
        int committed = number + committed(failing, number);
        failed = failing.hasFailed();
        failing.work();

        assertIsOneOf(failing, committed, call);
      }
      assertThat(call).isGreaterThan(50);
      commit(store(disk), number);
    }
  }

  @Test
  void thePowerMayFailAtEveryCall() throws IOException {
    FailingDisk disk = FailingDisk.empty();
    for (int number = 0; number < COMMITS.size(); number++) {
      int call = 0;
      boolean failed = TELLING.contains(number);
      while (failed) {
        FailingDisk failing = disk.copy();
        failing.failFrom(++call);
        int committed = number + committed(failing, number);
        failed = failing.hasFailed();

        assertIsOneOf(failing.afterPowerCut(true), committed, call);
        assertIsOneOf(failing.afterPowerCut(false), committed, call);
      }
      commit(store(disk), number);
    }
  }

  @Test
  void aFullDiskIsToldInOneLine() {
    FailingDisk disk = FailingDisk.empty();
    LuceneStore store = store(disk);
    commit(store, 0);
    disk.fill();

    assertThat(failure(store, 1))
        .isEqualTo("the database " + folder + " cannot be written: No space left on device");

    disk.work();
    assertThat(stored(store)).isEqualTo(COMMITS.getFirst());
  }

  @Test
  void aFullDiskIsLeftWithTheLastCommitAlone() throws IOException {
    FailingDisk disk = FailingDisk.empty();
    LuceneStore store = store(disk);
    commit(store, 0);
    String[] committed = disk.open().listAll();
    disk.fill();

    failure(store, 1);

    assertThat(disk.open().listAll()).isEqualTo(committed);
  }

  /// Gives 1 where a commit was made, 0 where it failed.
  private int committed(FailingDisk disk, int number) {
    return failure(store(disk), number).isEmpty() ? 1 : 0;
  }

  /// What a failed commit says; empty where it was made.
  private String failure(LuceneStore store, int number) {
    try {
      commit(store, number);
      return "";
    } catch (UserException failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  private void commit(LuceneStore store, int number) {
    Set<String> before = number == 0 ? Set.of() : COMMITS.get(number - 1);
    Set<String> after = COMMITS.get(number);
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      after.stream()
          .filter(name -> !before.contains(name))
          .forEach(name -> writer.put(bare(folder.resolve(name)), atCosine(0.5, 4)));
      before.stream()
          .filter(name -> !after.contains(name))
          .forEach(name -> writer.remove(folder.resolve(name)));
      writer.commit();
    }
  }

  /// What was committed is there; what was being committed may be. And all goes on from there.
  private void assertIsOneOf(FailingDisk disk, int committed, int call) throws IOException {
    if (!passed.add(committed + disk.fingerprint())) {
      return;
    }
    LuceneStore store = store(disk);
    Set<String> stored = store.exists() ? stored(store) : Set.of();
    assertThat(stored)
        .as("after %d commits, where call %d has failed", committed, call)
        .isIn(after(committed), after(committed + 1));
    if (store.exists()) {
      assertThat(store.upkeep().examine().damages()).isEmpty();
    }
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(bare(folder.resolve("z")), atCosine(0.5, 4));
      writer.commit();
    }
    assertThat(stored(store)).contains("z").containsAll(stored);
  }

  private static Set<String> after(int commits) {
    return commits == 0 ? Set.of() : COMMITS.get(Math.min(commits, COMMITS.size()) - 1);
  }

  private LuceneStore store(FailingDisk disk) {
    return new LuceneStore(folder, _ -> disk.open());
  }

  private static Set<String> stored(LuceneStore store) {
    try (PhotoReader reader = store.reader()) {
      return reader
          .all()
          .map(photo -> String.valueOf(photo.file().path().getFileName()))
          .collect(Collectors.toSet());
    }
  }
}
