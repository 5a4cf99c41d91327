package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.MODIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.StoredPhoto;
import dev.imagedb.store.lucene.EarlierDatabase.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A database of every schema that there was becomes one of today's, whatever the disk does.
class SchemaUpgradeTest {
  @TempDir private Path folder;

  /// The disks that were looked at.
  private final Set<String> passed = new HashSet<>();

  /// The forms of records that a database of each schema may hold.
  static Stream<Arguments> earlier() {
    return Stream.of(
        Arguments.of(1, RecordForm.FIRST),
        Arguments.of(2, RecordForm.WITH_LABELS),
        Arguments.of(2, RecordForm.WITH_LOOK));
  }

  /// All documents are written anew, or none.
  static Stream<Arguments> writtenAnewOrNot() {
    return Stream.of(Arguments.of(1, RecordForm.FIRST), Arguments.of(2, RecordForm.WITH_LOOK));
  }

  @Test
  void everySchemaIsTried() {
    assertThat(earlier().map(each -> each.get()[0]).distinct().toList())
        .hasSize(DatabaseMark.SCHEMA - 1);
    assertThat(earlier().map(each -> each.get()[1]))
        .containsExactly((Object[]) RecordForm.values());
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void isReadAsItIs(int schema, RecordForm form) throws IOException {
    LuceneStore store = store(written(schema, form));

    assertThat(store.space()).contains(EarlierDatabase.SPACE);
    assertThat(store.upkeep().examine().damages()).isEmpty();
    assertThat(contents(store)).isEqualTo(contentsOf(form));
    try (PhotoReader reader = store.reader()) {
      assertThat(reader.status().schema()).isEqualTo(schema);
    }
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void isUpgradedByWhoWrites(int schema, RecordForm form) throws IOException {
    LuceneStore store = store(written(schema, form));

    List<String> told = upgrade(store);

    assertThat(told)
        .containsExactly(
            "the database was written by an earlier imagedb: upgrading it from schema "
                + schema
                + " to 3");
    assertThat(store.upkeep().examine().damages()).isEmpty();
    assertThat(contents(store)).isEqualTo(contentsOf(form));
    try (PhotoReader reader = store.reader()) {
      assertThat(reader.status().schema()).isEqualTo(3);
      assertThat(reader.status().roots()).containsExactly(Path.of("/pictures"));
    }
    assertThat(upgrade(store)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void whatItDidNotKeepIsToBeReadAgain(int schema, RecordForm form) throws IOException {
    LuceneStore store = store(written(schema, form));
    upgrade(store);

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.known(List.of(folder)).values())
          .extracting(known -> known.file().path().getFileName() + " " + known.current())
          .containsExactlyInAnyOrder(
              "a " + form.hasLook(),
              "b " + form.hasLook(),
              "c " + form.hasLook(),
              "unreadable true");
    }
  }

  @Test
  void whatLacksNothingStaysWhereItLies() throws IOException {
    FailingDisk disk = written(2, RecordForm.WITH_LOOK);
    List<String> before = segments(disk);

    upgrade(store(disk));

    assertThat(segments(disk)).isEqualTo(before);
  }

  @Test
  void labelsThatAreGivenBeforeItIsReadAgainDoNotHideWhatItLacks() throws IOException {
    LuceneStore store = store(written(1, RecordForm.FIRST));
    try (PhotoWriter writer = store.writer();
        PhotoReader reader = store.reader()) {
      StoredPhoto stored = reader.stored(folder.resolve("a")).orElseThrow();
      writer.put(stored.photo().labelled(List.of("cat")), stored.vector());
      writer.commit();
    }

    try (PhotoReader reader = store.reader()) {
      assertThat(reader.known(List.of(folder.resolve("a"))).values())
          .extracting(KnownFile::current)
          .containsExactly(false);
    }
  }

  @Test
  void recordsOfAllFormsMayLieInOneDatabase() throws IOException {
    FailingDisk disk = FailingDisk.empty();
    write(disk, 2, RecordForm.WITH_LABELS, pictures().subList(0, 2));
    write(disk, 2, RecordForm.WITH_LOOK, pictures().subList(2, 4));

    upgrade(store(disk));

    assertThat(contents(store(disk))).isEqualTo(contentsOf(RecordForm.WITH_LOOK));
  }

  @ParameterizedTest
  @MethodSource("writtenAnewOrNot")
  void everyCallMayFailOnce(int schema, RecordForm form) throws IOException {
    int call = 0;
    boolean failed = true;
    while (failed) {
      FailingDisk disk = written(schema, form);
      disk.failAt(++call);
      upgradeOrFail(disk);
      failed = disk.hasFailed();
      disk.work();

      assertIsWhole(disk, form, call);
    }
    assertThat(call).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("writtenAnewOrNot")
  void thePowerMayFailAtEveryCall(int schema, RecordForm form) throws IOException {
    int call = 0;
    boolean failed = true;
    while (failed) {
      FailingDisk disk = written(schema, form);
      disk.failFrom(++call);
      upgradeOrFail(disk);
      failed = disk.hasFailed();

      assertIsWhole(disk.afterPowerCut(true), form, call);
      assertIsWhole(disk.afterPowerCut(false), form, call);
    }
    assertThat(call).isGreaterThan(10);
  }

  @Test
  void aRecordThatIsDamagedIsToldOfAndLeftToTheRepair() throws IOException {
    FailingDisk disk = written(2, RecordForm.FIRST); // a record that schema 2 cannot have
    LuceneStore store = store(disk);

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> upgrade(store))
        .withMessage("the database " + folder + " is damaged: a record is no picture's")
        .satisfies(
            fault ->
                assertThat(fault.hint())
                    .hasValueSatisfying(
                        hint -> assertThat(hint).startsWith("imagedb check --repair")));
  }

  private List<Picture> pictures() {
    return List.of(
        picture("a", 1, List.of("cat", "garden"), null),
        picture("b", 2, List.of(), null),
        picture("unreadable", 3, List.of(), "it ends early"),
        picture("c", 4, List.of("x".repeat(600)), null));
  }

  private Picture picture(String name, int number, List<String> labels, @Nullable String problem) {
    return new Picture(new FileFacts(folder.resolve(name), 10, MODIFIED), number, labels, problem);
  }

  private FailingDisk written(int schema, RecordForm form) throws IOException {
    FailingDisk disk = FailingDisk.empty();
    write(disk, schema, form, pictures());
    return disk;
  }

  private void write(FailingDisk disk, int schema, RecordForm form, List<Picture> pictures)
      throws IOException {
    new EarlierDatabase(disk.open(), new PathKeys(folder), schema, form).write(pictures);
  }

  private LuceneStore store(FailingDisk disk) {
    return new LuceneStore(folder, _ -> disk.open());
  }

  /// Gives what was told.
  private static List<String> upgrade(LuceneStore store) {
    List<String> told = new ArrayList<>();
    store.waiting(Duration.ZERO, told::add).writer().close();
    return told;
  }

  private void upgradeOrFail(FailingDisk disk) {
    try {
      upgrade(store(disk));
    } catch (UserException _) {
      // What is left on the disk tells.
    }
  }

  /// It is as it was or upgraded, and goes on from there.
  private void assertIsWhole(FailingDisk disk, RecordForm form, int call) throws IOException {
    if (!passed.add(disk.fingerprint())) {
      return;
    }
    LuceneStore store = store(disk);
    assertThat(contents(store)).as("where call %d has failed", call).isEqualTo(contentsOf(form));
    assertThat(store.upkeep().examine().damages()).isEmpty();

    upgrade(store);

    assertThat(contents(store)).isEqualTo(contentsOf(form));
  }

  /// What is stored of each picture, and that its vector is what it was.
  private static Map<String, String> contents(LuceneStore store) {
    try (PhotoReader reader = store.reader()) {
      return reader
          .all()
          .collect(
              Collectors.toMap(
                  photo -> String.valueOf(photo.file().path().getFileName()),
                  photo -> told(photo, vector(reader, photo)),
                  (one, other) -> one + " and " + other,
                  TreeMap::new));
    }
  }

  private static double vector(PhotoReader reader, Photo photo) {
    return reader
        .stored(photo.file().path())
        .map(stored -> (double) stored.vector()[0])
        .orElse(0.0);
  }

  private static String told(Photo photo, double vector) {
    return "%s %s %s %s %.2f"
        .formatted(
            photo.metadata().camera().make(),
            photo.metadata().tags(),
            photo.labels(),
            photo.problem(),
            vector);
  }

  private Map<String, String> contentsOf(RecordForm form) {
    return pictures().stream()
        .collect(
            Collectors.toMap(
                picture -> String.valueOf(picture.file().path().getFileName()),
                picture ->
                    "FUJIFILM [Tag[group=Exif IFD0, name=Make, value=FUJIFILM]] %s %s %.2f"
                        .formatted(
                            form.hasLabels() ? picture.labels() : List.of(),
                            picture.problem(),
                            picture.problem() == null ? picture.vector()[0] : 0.0)));
  }

  private static List<String> segments(FailingDisk disk) throws IOException {
    return Stream.of(disk.open().listAll()).filter(name -> name.endsWith(".si")).toList();
  }
}
