package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.Plans.worded;
import static dev.imagedb.store.lucene.TestPhotos.atCosine;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static dev.imagedb.store.lucene.TestPhotos.withCamera;
import static dev.imagedb.store.lucene.TestPhotos.withTags;
import static dev.imagedb.store.lucene.TestPhotos.withTitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.imagedb.photo.Photo;
import dev.imagedb.store.Hit;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSearchTest {
  @TempDir private Path folder;
  private LuceneStore store;

  @BeforeEach
  void open() {
    store = new LuceneStore(folder.resolve("database"));
  }

  @Test
  void findsOnlyPicturesWhoseMakeOrTextSaysSo() {
    put("make.jpg", name -> withCamera(name, "Canon", "EOS 40D"));
    put("text.jpg", name -> withTags(name, "scanned with a CANON"));
    put("nikon.jpg", name -> withCamera(name, "NIKON", "Z 6"));
    put("canonical.jpg", name -> withTags(name, "canonical"));

    assertThat(found("Canon")).containsExactly("make.jpg", "text.jpg");
  }

  @Test
  void wantsEveryWordSomewhere() {
    put("red boat.jpg", name -> withTitle(name, "Red boat"));
    put("tags.jpg", name -> withTags(name, "a boat", "painted red"));
    put("house.jpg", name -> withTitle(name, "Red house"));

    assertThat(found("red, boat")).containsExactly("red boat.jpg", "tags.jpg");
  }

  @Test
  void wantsQuotedWordsTogetherAndInOneValue() {
    put("together.jpg", name -> withTags(name, "old red boat"));
    put("apart.jpg", name -> withTags(name, "red old boat"));
    put("values.jpg", name -> withTags(name, "red", "boat"));

    assertThat(found("\"red boat\"")).containsExactly("together.jpg");
    assertThat(found("“red boat”")).containsExactly("together.jpg");
    assertThat(found("\"red boat")).containsExactly("together.jpg");
  }

  @Test
  void leavesOutWhatIsExcluded() {
    put("night.jpg", name -> withTags(name, "boat at night"));
    put("day.jpg", name -> withTags(name, "boat by day"));
    put("none.jpg", TestPhotos::bare);

    assertThat(found("boat -night")).containsExactly("day.jpg");
    assertThat(found("-\"by day\" boat")).containsExactly("night.jpg");
    assertThat(found("-boat")).containsExactly("none.jpg");
  }

  @Test
  void findsBeginningsOfWords() {
    put("a.jpg", name -> withTags(name, "Sunflowers"));
    put("b.jpg", TestPhotos::bare);

    assertThat(found("sunfl*")).containsExactly("a.jpg");
    assertThat(found("SUN*")).containsExactly("a.jpg");
    assertThat(found("sunfl")).isEmpty();
  }

  @Test
  void findsNamesAsAWholeAndByTheirParts() {
    put("IMG_1234.JPG", TestPhotos::bare);
    put("sunsetBeach-2.jpg", TestPhotos::bare);
    put("c.png", name -> withCamera(name, "FUJIFILM", "X100V"));
    put("d.png", name -> withTags(name, "EF-S18-55mm f/3.5-5.6"));

    assertThat(found("IMG_1234")).containsExactly("IMG_1234.JPG");
    assertThat(found("1234")).containsExactly("IMG_1234.JPG");
    assertThat(found("img_12*")).containsExactly("IMG_1234.JPG");
    assertThat(found("sunset beach")).containsExactly("sunsetBeach-2.jpg");
    assertThat(found("sunsetbeach*")).containsExactly("sunsetBeach-2.jpg");
    assertThat(found("x100v")).containsExactly("c.png");
    assertThat(found("X100V")).containsExactly("c.png");
    assertThat(found("S18-55mm")).containsExactly("d.png");
    assertThat(found("f/3.5")).containsExactly("d.png");
  }

  @Test
  void findsNamesOfFoldersButNotOfFarOnes() {
    put("holidays/Lake Como/raw/a.jpg", TestPhotos::bare);

    assertThat(found("como")).hasSize(1);
    assertThat(found(folder.getRoot().relativize(folder).getName(0).toString())).isEmpty();
  }

  @Test
  void ignoresCaseAndAccents() {
    put("a.jpg", name -> withTags(name, "Crème Brûlée"));

    assertThat(found("creme BRULEE")).hasSize(1);
    assertThat(found("crème")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opera",
        "ferry",
        "sydney",
        "x100v",
        "fujifilm",
        "23mm",
        "ansel",
        "darktable",
        "masterpiece",
        "\"did not fire\"",
        "雪",
        "2019-07-01",
        "IMG_9",
        "©",
        "brulee"
      })
  void findsEverythingThatIsWrittenInAPicture(String words) {
    put("IMG_9.tif", TestPhotos::full);

    assertThat(found(words)).hasSize(1);
  }

  @Test
  void ranksTitlesBeforeOtherText() {
    put("a tag.jpg", name -> withTags(name, "lighthouse"));
    put("b title.jpg", name -> withTitle(name, "lighthouse"));

    assertThat(ranked("lighthouse")).containsExactly("b title.jpg", "a tag.jpg");
  }

  @Test
  void ordersEqualPicturesByPath() {
    put("c.jpg", name -> withTags(name, "sea"));
    put("a.jpg", name -> withTags(name, "sea"));
    put("b.jpg", name -> withTags(name, "sea"));

    assertThat(ranked("sea")).containsExactly("a.jpg", "b.jpg", "c.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"", "-", "*", "-*", "a*b", "((", "AND", "title:", "[1 TO", "~", "\\", "/x/", "--", "\"\"",
        "-\"", "+", "^2", "😀", "a^", "?", "-😀"
      })
  void neverStumblesOverSigns(String words) {
    put("b.png", TestPhotos::bare);

    assertThatCode(() -> found(words)).doesNotThrowAnyException();
  }

  @Test
  void takesTextsOfAnyLength() {
    put("a.jpg", name -> withTags(name, "word"));

    assertThat(found("word ".repeat(5_000))).hasSize(1);
    assertThat(found("\"" + "fooBar ".repeat(5_000))).isEmpty();
  }

  private void put(String name, Function<Path, Photo> photo) {
    try (PhotoWriter writer = store.writer(space("test", 2), false)) {
      writer.put(photo.apply(folder.resolve("p").resolve(name)), atCosine(1, 2));
      writer.commit();
    }
  }

  private List<String> ranked(String words) {
    try (PhotoReader reader = store.reader()) {
      return reader.search(worded(words, 20)).hits().stream()
          .map(Hit::photo)
          .map(photo -> String.valueOf(photo.file().path().getFileName()))
          .toList();
    }
  }

  private List<String> found(String words) {
    return ranked(words).stream().sorted().toList();
  }
}
