package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.atCosine;
import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Backup;
import dev.imagedb.store.Damage;
import dev.imagedb.store.Health;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Upkeep.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneUpkeepTest {
  private static final VectorSpace SPACE = space("model", 4);

  @TempDir private Path folder;
  private Path location;
  private LuceneStore store;

  @BeforeEach
  void storeTwoPictures() {
    location = folder.resolve("database");
    store = new LuceneStore(location);
    put("a.jpg");
    put("b.jpg");
  }

  @Test
  void findsASoundDatabaseSound() {
    assertThat(store.upkeep().examine()).isEqualTo(new Health(location, 2, List.of()));
  }

  @Test
  void changesNothingWhereNothingIsDamaged() throws IOException {
    List<String> before = files();
    List<Repair> announced = new ArrayList<>();

    assertThat(store.upkeep().repair(announced::add).isSound()).isTrue();

    assertThat(announced).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void tellsOfAPartWhoseBytesHaveChanged() throws IOException {
    flipAByteOf(".cfs");

    Health health = store.upkeep().examine();

    assertThat(health.damagedPictures()).isEqualTo(1);
    assertThat(health.damages())
        .singleElement()
        .satisfies(damage -> assertThat(damage.toString()).contains("checksum failed"));
  }

  @Test
  void dropsADamagedPartAndNoOther() throws IOException {
    flipAByteOf(".cfs");
    List<Repair> announced = new ArrayList<>();

    Health found = store.upkeep().repair(announced::add);

    assertThat(found.damagedPictures()).isEqualTo(1);
    assertThat(announced).singleElement().extracting(Repair::found).isEqualTo(found);
    assertThat(announced.getFirst().kept().getParent()).isEqualTo(location);
    assertThat(announced.getFirst().kept()).isDirectoryContaining("glob:**/segments_*");
    assertThat(store.upkeep().examine().pictures()).isEqualTo(1);
    assertThat(store.space()).contains(SPACE);
    put("c.jpg");
    assertThat(store.upkeep().examine()).isEqualTo(new Health(location, 2, List.of()));
  }

  @Test
  void repairsWhatARepairLeftThatWasKilled() throws IOException {
    flipAByteOf(".cfs");
    Files.createFile(location.resolve("pending_segments_3"));

    store.upkeep().repair(_ -> {});

    assertThat(store.upkeep().examine()).isEqualTo(new Health(location, 1, List.of()));
  }

  @Test
  void whatIsKeptBeforeARepairIsTheDatabaseAsItWas() throws IOException {
    addAgain(bare(path("a.jpg")), atCosine(1, 4));
    List<Repair> announced = new ArrayList<>();
    store.upkeep().repair(announced::add);
    put("c.jpg");

    Health before = new LuceneStore(announced.getFirst().kept()).upkeep().examine();

    assertThat(before.pictures()).isEqualTo(3);
    assertThat(before.damages()).containsExactly(new Damage.Repeated(path("a.jpg"), 2));
  }

  @Test
  void dropsAllButOneOfAPictureThatIsStoredTwice() throws IOException {
    addAgain(bare(path("a.jpg")), atCosine(1, 4));

    assertThat(store.upkeep().examine().damages())
        .containsExactly(new Damage.Repeated(path("a.jpg"), 2));
    store.upkeep().repair(_ -> {});

    assertThat(store.upkeep().examine()).isEqualTo(new Health(location, 2, List.of()));
  }

  @Test
  void dropsAVectorThatIsNotOfUnitLength() throws IOException {
    addAgain(bare(path("c.jpg")), new float[] {0.5f, 0, 0, 0});

    assertThat(store.upkeep().examine().damages())
        .containsExactly(
            new Damage.Unsound(path("c.jpg"), "its vector has the length 0.500, not 1"));
    store.upkeep().repair(_ -> {});

    assertThat(stored()).containsExactly(path("a.jpg"), path("b.jpg"));
  }

  @Test
  void dropsAPictureWithoutItsVector() throws IOException {
    addAgain(bare(path("c.jpg")), null);

    assertThat(store.upkeep().examine().damages())
        .containsExactly(new Damage.Unsound(path("c.jpg"), "it has no vector"));
  }

  @Test
  void dropsWhatIsNoRecord() throws IOException {
    Document rubbish = PhotoDocument.of(bare(path("c.jpg")), path("c.jpg").toString(), word("x"));
    Document nameless = new Document();
    nameless.add(new StringField("colour", "red", StringField.Store.NO));
    add(rubbish);
    add(nameless);

    assertThat(store.upkeep().examine().damages())
        .containsExactly(
            new Damage.Unsound(path("c.jpg"), "its record cannot be read"),
            new Damage.Unsound(location, "a record does not name its picture"));
    store.upkeep().repair(_ -> {});

    assertThat(store.upkeep().examine()).isEqualTo(new Health(location, 2, List.of()));
  }

  @Test
  void tellsOfALinkAmongThumbnailsAndLeavesIt() throws IOException {
    Path thumbnails = Files.createDirectories(location.resolve("thumbnails/0a"));
    Files.writeString(thumbnails.resolve("file"), "a thumbnail");
    Path link = Files.createSymbolicLink(thumbnails.resolve("link"), folder);

    Health health = store.upkeep().repair(_ -> {});

    assertThat(health.damages())
        .containsExactly(new Damage.Foreign(link, "it is a link, and no thumbnail; remove it"));
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aBackupIsTheLastCommit() throws IOException {
    Path copy = folder.resolve("copies/first");
    Backup backup;
    try (PhotoWriter writer = store.writer()) {
      writer.put(bare(path("c.jpg")), atCosine(1, 4));
      backup = store.upkeep().backUp(copy);
    }

    assertThat(backup.database()).isEqualTo(copy);
    assertThat(backup.pictures()).isEqualTo(2);
    assertThat(new LuceneStore(copy).upkeep().examine()).isEqualTo(new Health(copy, 2, List.of()));
  }

  @Test
  void aBackupOfADatabaseThatMovesFindsItsPicturesFromWhereItLies() {
    LuceneStore portable = new LuceneStore(folder.resolve("library/.imagedb"));
    try (PhotoWriter writer = portable.writer(SPACE, false)) {
      writer.put(bare(folder.resolve("library/a.jpg")), atCosine(1, 4));
      writer.commit();
    }

    Backup backup = portable.upkeep().backUp(folder.resolve("copy"));

    assertThat(backup.database()).isEqualTo(folder.resolve("copy/.imagedb"));
    try (PhotoReader reader = new LuceneStore(backup.database()).reader()) {
      assertThat(reader.find(folder.resolve("copy/a.jpg"))).isPresent();
    }
  }

  @Test
  void aBackupIsNeverLaidAmongOtherFiles() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    Files.writeString(copy.resolve("diary.txt"), "dear diary");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> store.upkeep().backUp(copy))
        .withMessage(copy + " holds other files (diary.txt), and a backup has a folder of its own");
    assertThat(copy).isDirectoryNotContaining("glob:**segments*");
  }

  @Test
  void aDamagedDatabaseLeavesNoBackupBehind() throws IOException {
    flipAByteOf(".cfs");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> store.upkeep().backUp(folder.resolve("copy")))
        .withMessageStartingWith("the database " + location + " is damaged: checksum failed");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(location);
    }
  }

  @Test
  void fillsAnEmptyFolder() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));

    assertThat(store.upkeep().backUp(copy).pictures()).isEqualTo(2);
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static BytesRef word(String word) {
    return new BytesRef(word);
  }

  private void put(String name) {
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(bare(path(name)), atCosine(1, 4));
      writer.commit();
    }
  }

  private List<Path> stored() {
    try (PhotoReader reader = store.reader()) {
      return reader.all().map(photo -> photo.file().path()).toList();
    }
  }

  /// Without a look at what is there.
  private void addAgain(Photo photo, float @Nullable [] vector) throws IOException {
    BytesRef record = new PhotoBytes(new PathKeys(location)).write(photo);
    Document document = PhotoDocument.of(photo, photo.file().path().toString(), record);
    if (vector != null) {
      PhotoDocument.addVector(document, VectorField.of(SPACE), vector);
    }
    add(document);
  }

  private void add(Document document) throws IOException {
    try (Directory directory = FSDirectory.open(location);
        IndexWriter index = new IndexWriter(directory, WriterSettings.of(100_000))) {
      index.addDocument(document);
    }
  }

  private void flipAByteOf(String extension) throws IOException {
    Path file =
        location.resolve(
            files().stream().filter(name -> name.endsWith(extension)).findFirst().orElseThrow());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(location)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
