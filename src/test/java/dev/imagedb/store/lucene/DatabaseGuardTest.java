package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.Plans.nearest;
import static dev.imagedb.store.lucene.TestPhotos.atCosine;
import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseGuardTest {
  private static final VectorSpace SPACE = space("model-a", 4);

  @TempDir private Path folder;
  private Path location;
  private LuceneStore store;

  @BeforeEach
  void open() {
    location = folder.resolve("database");
    store = new LuceneStore(location);
  }

  @Test
  void saysHowToMakeADatabaseWhereThereIsNone() {
    assertThat(store.exists()).isFalse();
    assertThat(store.space()).isEmpty();
    assertRefused(store::reader, "there is no database in " + location, "imagedb index FOLDER");
    assertRefused(store::writer, "there is no database in " + location, "imagedb index FOLDER");
    assertThat(location).doesNotExist();
  }

  @Test
  void refusesAFile() throws IOException {
    Files.writeString(location, "no folder");

    assertRefused(store::exists, location + " is a file", "--db");
  }

  @Test
  void leavesTheIndexOfAnotherProgramUntouched() throws IOException {
    writeForeignIndex();
    Map<String, String> before = files();

    assertRefused(store::reader, "holds a Lucene index of another program", "--db");
    assertRefused(() -> store.writer(SPACE, true), "of another program", "--db");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void neverWritesAmongOtherFiles() throws IOException {
    Files.createDirectories(location);
    Files.writeString(location.resolve("diary.txt"), "dear diary");

    assertRefused(() -> store.writer(SPACE, false), "holds other files (diary.txt)", "--db");
    assertThat(files()).containsOnlyKeys("diary.txt");
  }

  @Test
  void goesOnWhereAFirstRunEndedBeforeItsFirstCommit() throws IOException {
    Files.createDirectories(location);
    Files.createFile(location.resolve("write.lock"));

    store.writer(SPACE, false).close();

    assertThat(store.space()).contains(SPACE);
  }

  @Test
  void leavesADatabaseOfANewerSchemaUnharmed() throws IOException {
    put(SPACE);
    markAs(Map.of("program", "imagedb", "schema", "99"));
    Map<String, String> before = files();

    assertRefused(store::reader, "schema 99, and this one reads up to 3", "update imagedb");
    assertRefused(() -> store.writer(SPACE, true), "written by a newer imagedb", "update");
    assertRefused(store::writer, "written by a newer imagedb", "update");
    assertRefused(() -> store.upkeep().examine(), "written by a newer imagedb", "update");
    assertRefused(() -> store.upkeep().repair(_ -> {}), "written by a newer imagedb", "update");
    assertRefused(() -> store.upkeep().backUp(folder.resolve("copy")), "a newer imagedb", "update");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void saysThatAMarkIsDamaged() throws IOException {
    put(SPACE);
    markAs(Map.of("program", "imagedb", "schema", "one"));

    assertRefused(store::reader, "is damaged: its schema is no number: one", "move it away");
    markAs(Map.of("program", "imagedb", "schema", "0"));
    assertRefused(store::reader, "is damaged: its schema is none that there was: 0", "move it");
  }

  @Test
  void saysThatAnIndexIsDamaged() throws IOException {
    put(SPACE);
    try (Stream<Path> files = Files.list(location)) {
      Path segments =
          files.filter(file -> file.toString().contains("segments_")).findFirst().orElseThrow();
      Files.write(segments, new byte[] {1, 2, 3});
    }

    assertRefused(store::reader, "the database " + location + " is damaged", "move it away");
    assertRefused(() -> store.writer(SPACE, false), "is damaged", "move it away");
  }

  @Test
  void saysThatAFileOfTheIndexIsMissing() throws IOException {
    put(SPACE);
    try (Stream<Path> files = Files.list(location)) {
      Files.delete(
          files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow());
    }

    assertRefused(store::reader, "is damaged", "move it away");
  }

  @Test
  void refusesAnotherModelAndNamesBoth() {
    put(SPACE);
    VectorSpace other = space("model-b", 4);

    assertRefused(
        () -> store.writer(other, false),
        "holds vectors of the model model-a, not of model-b",
        "imagedb index --force --model model-b FOLDER");
    assertThat(store.space()).contains(SPACE);
  }

  @Test
  void refusesTheSameModelWithOtherPreprocessing() {
    put(SPACE);
    VectorSpace padded =
        new VectorSpace(SPACE.model(), SPACE.fingerprint(), SPACE.dimension(), "pad 224");

    assertRefused(
        () -> store.writer(padded, false), "whose files or preprocessing have changed", "--force");
  }

  @Test
  void takesAnyModelWhileItHoldsNoVectors() {
    store.writer(SPACE, false).close();
    VectorSpace other = space("model-b", 3);

    put(other);

    assertThat(store.space()).contains(other);
  }

  @Test
  void takesAModelThatWasMovedToAnotherFolder() {
    put(SPACE);
    VectorSpace moved =
        new VectorSpace(
            "/new/place", SPACE.fingerprint(), SPACE.dimension(), SPACE.preprocessing());

    put(moved);

    assertThat(store.space()).contains(moved);
    try (PhotoReader reader = store.reader()) {
      assertThat(reader.status().stale()).isZero();
    }
  }

  @Test
  void keepsTheOldModelUntilNewVectorsAreCommitted() {
    put(SPACE);
    store.writer(space("model-b", 3), true).close();

    assertThat(store.space()).contains(SPACE);
  }

  @Test
  void letsOneWriterInAndTellsTheOther() {
    try (PhotoWriter first = store.writer(SPACE, false)) {
      first.put(bare(folder.resolve("a.jpg")), atCosine(1, 4));

      assertRefused(
          () -> new LuceneStore(location).writer(SPACE, false),
          "is being written by process ",
          "wait");
      first.commit();
    }
    try (PhotoReader reader = store.reader()) {
      assertThat(reader.status().pictures()).isEqualTo(1);
    }
  }

  @Test
  void readsFromAFolderThatCannotBeWritten() throws IOException {
    put(SPACE);
    assumeTrue(
        Files.getFileStore(location).supportsFileAttributeView(PosixFileAttributeView.class),
        "needs a file system with POSIX permissions");
    Files.delete(location.resolve("write.lock"));
    try {
      Files.setPosixFilePermissions(location, PosixFilePermissions.fromString("r-xr-xr-x"));
      try (PhotoReader reader = store.reader()) {
        assertThat(reader.search(nearest(atCosine(1, 4), 5)).hits()).hasSize(1);
      }
      assertThat(location.resolve("write.lock")).doesNotExist();
    } finally {
      Files.setPosixFilePermissions(location, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void put(VectorSpace space) {
    try (PhotoWriter writer = store.writer(space, false)) {
      writer.put(bare(folder.resolve("a.jpg")), atCosine(1, space.dimension()));
      writer.commit();
    }
  }

  private void writeForeignIndex() throws IOException {
    try (Directory directory = FSDirectory.open(location);
        IndexWriter index = new IndexWriter(directory, new IndexWriterConfig())) {
      index.addDocument(new Document());
    }
  }

  private void markAs(Map<String, String> commit) throws IOException {
    try (Directory directory = FSDirectory.open(location);
        IndexWriter index = new IndexWriter(directory, new IndexWriterConfig())) {
      index.setLiveCommitData(commit.entrySet());
    }
  }

  /// Every file's name and the hash of its bytes.
  private Map<String, String> files() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(location)) {
      for (Path file : files.toList()) {
        String sha256 = ContentHash.of(Files.readAllBytes(file));
        hashes.put(String.valueOf(file.getFileName()), sha256);
      }
    }
    return hashes;
  }

  private static void assertRefused(ThrowingCallable call, String message, String hint) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(call)
        .withMessageContaining(message)
        .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("\n"))
        .satisfies(
            fault ->
                assertThat(fault.hint()).hasValueSatisfying(h -> assertThat(h).contains(hint)));
  }
}
