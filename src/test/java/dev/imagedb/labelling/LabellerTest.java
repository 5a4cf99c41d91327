package dev.imagedb.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.embed.Temperature;
import dev.imagedb.embed.WordBook;
import dev.imagedb.fault.UserException;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Scope;
import dev.imagedb.store.Selection;
import dev.imagedb.store.StoredPhoto;
import dev.imagedb.store.Words;
import dev.imagedb.store.lucene.LuceneStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabellerTest {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final Choice LIKELY = new Choice(1, 0.6);

  private final Path folder;
  private final PhotoStore store;

  LabellerTest(@TempDir Path folder) {
    this.folder = folder;
    this.store = new LuceneStore(folder.resolve("db"));
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(photo("b/north.jpg"), NORTH);
      writer.put(photo("a/east.jpg"), EAST);
      writer.put(photo("a/between.jpg"), new float[] {0.70710677f, 0.70710677f});
      writer.commit();
    }
  }

  @Test
  void tellsWhatPicturesShowInTheOrderOfTheirPaths() {
    try (PhotoReader reader = store.reader()) {
      List<LabelledPicture> labelled =
          new Labeller(reader, new Scope(List.of())).label(compass(), LIKELY);

      assertThat(labelled)
          .extracting(LabelledPicture::path)
          .containsExactly(
              folder.resolve("a/between.jpg"),
              folder.resolve("a/east.jpg"),
              folder.resolve("b/north.jpg"));
      assertThat(labelled)
          .extracting(LabelledPicture::names)
          .containsExactly(List.of(), List.of("east"), List.of("north"));
    }
    assertThat(labels("a/east.jpg")).isEmpty();
  }

  @Test
  void keepsLabelsBesideTheVector() {
    write(List.of(), compass(), LIKELY);

    assertThat(labels("a/east.jpg")).containsExactly("east");
    try (PhotoReader reader = store.reader()) {
      StoredPhoto stored = reader.stored(folder.resolve("a/east.jpg")).orElseThrow();
      assertThat(stored.vector()).containsExactly(EAST);
      assertThat(reader.status().pictures()).isEqualTo(3);
    }
  }

  @Test
  void makesLabelsWordsToSearchFor() {
    write(List.of(), compass("palace", "tree"), LIKELY);

    try (PhotoReader reader = store.reader()) {
      assertThat(
              reader
                  .search(new Plan(null, List.of(new Words("palace", 1)), Selection.best(5)))
                  .hits())
          .extracting(hit -> hit.photo().file().path())
          .containsExactly(folder.resolve("a/east.jpg"));
    }
  }

  @Test
  void replacesTheLabelsOfJustThePicturesThatItGoesOver() {
    write(List.of(), compass(), LIKELY);
    write(List.of(folder.resolve("a")), compass("palace", "tree"), LIKELY);

    assertThat(labels("a/east.jpg")).containsExactly("palace");
    assertThat(labels("b/north.jpg")).containsExactly("north");
  }

  @Test
  void takesLabelsAway() {
    write(List.of(), compass(), LIKELY);
    try (PhotoWriter writer = store.writer();
        PhotoReader reader = store.reader()) {
      assertThat(new Labeller(reader, new Scope(List.of(folder.resolve("b")))).clear(writer))
          .isEqualTo(1);
      writer.commit();
    }

    assertThat(labels("a/east.jpg")).containsExactly("east");
    assertThat(labels("b/north.jpg")).isEmpty();
  }

  @Test
  void keepsAsManyLabelsAsAreWanted() {
    try (PhotoReader reader = store.reader()) {
      Labeller labeller = new Labeller(reader, new Scope(List.of(folder.resolve("a/between.jpg"))));

      assertThat(labeller.label(compass(), new Choice(2, 0.5)).getFirst().names())
          .containsExactly("east", "north");
      assertThat(labeller.label(compass(), new Choice(1, 0)).getFirst().names())
          .containsExactly("east");
    }
  }

  @Test
  void refusesAFolderWithoutPicturesAndKeepsNothing() {
    List<Path> under = List.of(folder.resolve("a"), folder.resolve("c"));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> write(under, compass(), LIKELY))
        .withMessage("no picture of the database is at or under " + folder.resolve("c"));
    assertThat(labels("a/east.jpg")).isEmpty();
  }

  @Test
  void refusesToChooseOneLabelOutOfOne() {
    ZeroShot one = model(new Temperature(10, null), "east");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> write(List.of(), one, LIKELY))
        .withMessage("one label alone is always certain");
  }

  @Test
  void letsAModelThatJudgesEachLabelAloneJudgeOne() {
    write(List.of(), model(new Temperature(10, -5.0), "east"), LIKELY);

    assertThat(labels("a/east.jpg")).containsExactly("east");
    assertThat(labels("b/north.jpg")).isEmpty();
  }

  @Test
  void refusesAProbabilityOutsideOfItsRange() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new Choice(3, 1.5))
        .withMessage("--min-probability is 1.5, expected 0 to 1");
    assertThatExceptionOfType(UserException.class).isThrownBy(() -> new Choice(3, Double.NaN));
  }

  private void write(List<Path> under, ZeroShot labels, Choice choice) {
    try (PhotoWriter writer = store.writer();
        PhotoReader reader = store.reader()) {
      new Labeller(reader, new Scope(under)).write(labels, choice, writer);
      writer.commit();
    }
  }

  private List<String> labels(String name) {
    try (PhotoReader reader = store.reader()) {
      return reader.find(folder.resolve(name)).orElseThrow().labels();
    }
  }

  private static ZeroShot compass() {
    return compass("east", "north");
  }

  private static ZeroShot compass(String east, String north) {
    return model(new Temperature(10, null), east, north);
  }

  private static ZeroShot model(Temperature temperature, String... labels) {
    WordBook words =
        new WordBook(
            SPACE,
            temperature,
            Map.of("east", EAST, "palace", EAST, "north", NORTH, "tree", NORTH));
    return ZeroShot.of(
        new LabelList(List.of(labels)), new Templates(List.of("{}")), words, _ -> {});
  }

  private Photo photo(String name) {
    FileFacts file = new FileFacts(folder.resolve(name), 1, Instant.EPOCH);
    return new Photo(
        file, "00".repeat(32), ImageFormat.JPEG, null, Metadata.NONE, null, List.of(), null);
  }
}
