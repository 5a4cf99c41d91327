package dev.imagedb.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Upkeep;
import dev.imagedb.store.lucene.LuceneStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptReadersTest {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");

  @TempDir Path folder;

  private CountedStore store;
  private KeptReaders kept;

  @BeforeEach
  void openADatabase() {
    store = new CountedStore(new LuceneStore(folder));
    kept = new KeptReaders(store);
    commitRoot("/first");
  }

  @AfterEach
  void closeIt() {
    kept.close();
  }

  @Test
  void aReaderStaysOpenBetweenQuestions() {
    assertThat(roots()).containsExactly(Path.of("/first"));
    assertThat(roots()).containsExactly(Path.of("/first"));
    assertThat(store.opened).isEqualTo(1);
  }

  @Test
  void whatWasCommittedMeanwhileIsSeen() {
    roots();
    commitRoot("/second");

    assertThat(roots()).containsExactly(Path.of("/first"), Path.of("/second"));
    assertThat(store.opened).isEqualTo(2);
  }

  @Test
  void aViewThatIsStillUsedStaysAsItIs() {
    try (PhotoReader before = kept.reader()) {
      commitRoot("/second");
      roots();

      assertThat(before.isCurrent()).isFalse();
      assertThat(before.status().roots()).containsExactly(Path.of("/first"));
    }
  }

  @Test
  void whatIsOutOfDateIsNotHeldUntilSomebodyAsks() {
    PhotoReader before;
    try (PhotoReader reader = kept.reader()) {
      before = reader;
    }
    kept.letGoOfOutdated();
    assertThat(before.isCurrent()).isTrue();

    commitRoot("/second");
    kept.letGoOfOutdated();

    assertThatIllegalStateException().isThrownBy(before::isCurrent);
  }

  private List<Path> roots() {
    try (PhotoReader reader = kept.reader()) {
      return reader.status().roots();
    }
  }

  private void commitRoot(String root) {
    try (PhotoWriter writer = kept.writer(SPACE, false)) {
      writer.addRoots(List.of(Path.of(root)));
      writer.commit();
    }
  }

  /// Counts how often a reader is opened.
  private static final class CountedStore implements PhotoStore {
    private final PhotoStore store;
    private int opened;

    CountedStore(PhotoStore store) {
      this.store = store;
    }

    @Override
    public boolean exists() {
      return store.exists();
    }

    @Override
    public PhotoReader reader() {
      opened++;
      return store.reader();
    }

    @Override
    public PhotoWriter writer(VectorSpace space, boolean replaceModel) {
      return store.writer(space, replaceModel);
    }

    @Override
    public PhotoWriter writer() {
      return store.writer();
    }

    @Override
    public Optional<VectorSpace> space() {
      return store.space();
    }

    @Override
    public Upkeep upkeep() {
      return store.upkeep();
    }

    @Override
    public PhotoStore waiting(Duration patience, Consumer<String> told) {
      return store.waiting(patience, told);
    }
  }
}
