package dev.imagedb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.embed.Embedder;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.source.SourceReader;
import dev.imagedb.store.Hit;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Selection;
import dev.imagedb.store.Words;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearcherTest {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");

  @TempDir Path folder;

  private PhotoStore store = new LuceneStore(Path.of("none"));

  @BeforeEach
  void keepThreePictures() {
    store = new LuceneStore(folder.resolve("db"));
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(photo("east.jpg"), new float[] {1, 0});
      writer.put(photo("northeast.jpg"), new float[] {0.70710677f, 0.70710677f});
      writer.put(photo("north.jpg"), new float[] {0, 1});
      writer.commit();
    }
  }

  @Test
  void takesTheMeanOfSeveralPrompts() {
    List<Hit> hits =
        search(
            new Query(
                List.of(prompt("east"), prompt("north")), List.of(), Selection.best(1).exactly()));

    assertThat(names(hits)).containsExactly("northeast.jpg");
    assertThat(hits.getFirst().score()).isCloseTo(1, within(1e-6));
  }

  @Test
  void countsAPartAsOftenAsItsWeightSays() {
    Query query = query(new Likeness.Prompt("east", 3), new Likeness.Prompt("north", 1));

    assertThat(search(query).getFirst().cosine())
        .isCloseTo(3 / Math.sqrt(10), within(1e-6)); // (3, 1) and east
    assertThat(names(search(query))).containsExactly("east.jpg", "northeast.jpg", "north.jpg");
  }

  @Test
  void subtractsWhatHitsShallBeUnlike() {
    Query query = query(new Likeness.Prompt("east", 1), new Likeness.Prompt("north", -1));

    assertThat(names(search(query))).containsExactly("east.jpg", "northeast.jpg", "north.jpg");
    assertThat(search(query).getFirst().score()).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void refusesPartsOfWhichNothingIsLeft() {
    Query query = query(prompt("east"), new Likeness.Prompt("east", -1));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> search(query))
        .withMessage("what is asked for and what is subtracted are the same");
  }

  @Test
  void needsNoModelForAPictureOfTheDatabase() {
    Likeness north = new Likeness.Stored(folder.resolve("north.jpg"), 1);

    assertThat(names(searchWithoutModel(query(north))))
        .containsExactly("north.jpg", "northeast.jpg", "east.jpg");
  }

  @Test
  void namesAPictureThatTheDatabaseDoesNotHave() {
    Path missing = folder.resolve("south.jpg");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> searchWithoutModel(query(new Likeness.Stored(missing, 1))))
        .withMessage("the database has no vector of " + missing);
  }

  @Test
  void needsNoModelForTextAlone() {
    Query query = new Query(List.of(), words("northeast"), Selection.best(5));

    assertThat(names(searchWithoutModel(query))).containsExactly("northeast.jpg");
  }

  @Test
  void joinsSeveralTexts() {
    Query query = new Query(List.of(), words("jpg", "-north"), Selection.best(5));

    assertThat(names(search(query))).containsExactlyInAnyOrder("east.jpg", "northeast.jpg");
  }

  @Test
  void refusesAModelOfAnotherSpace() {
    VectorSpace other = new VectorSpace("other", "cd", 3, "as it is");
    try (PhotoReader reader = store.reader()) {
      Searcher searcher = new Searcher(reader, () -> new Compass(other), noPictures());

      assertThatExceptionOfType(UserException.class)
          .isThrownBy(
              () ->
                  searcher.search(new Query(List.of(prompt("east")), List.of(), Selection.best(1))))
          .withMessage(
              "the database "
                  + folder.resolve("db")
                  + " holds vectors of the model toy (as it is), not of other (as it is)");
    }
  }

  private static Query query(Likeness... parts) {
    return new Query(List.of(parts), List.of(), Selection.best(3).exactly());
  }

  private static PictureQuery noPictures() {
    return new PictureQuery(
        new SourceReader(InputStream.nullInputStream(), false), new ImageDecoder(1), true);
  }

  private static Likeness prompt(String words) {
    return new Likeness.Prompt(words, 1);
  }

  private List<Hit> searchWithoutModel(Query query) {
    try (PhotoReader reader = store.reader()) {
      Supplier<Embedder> none =
          () -> {
            throw new AssertionError("the model was opened");
          };
      return new Searcher(reader, none, noPictures()).search(query).hits();
    }
  }

  private List<Hit> search(Query query) {
    try (PhotoReader reader = store.reader();
        Embedder compass = new Compass(SPACE)) {
      return new Searcher(reader, () -> compass, noPictures()).search(query).hits();
    }
  }

  private static List<String> names(List<Hit> hits) {
    return hits.stream()
        .map(hit -> String.valueOf(hit.photo().file().path().getFileName()))
        .toList();
  }

  private Photo photo(String name) {
    FileFacts file = new FileFacts(folder.resolve(name), 1, Instant.EPOCH);
    return new Photo(
        file, "00".repeat(32), ImageFormat.JPEG, null, Metadata.NONE, null, List.of(), null);
  }

  private static List<Words> words(String... texts) {
    return Stream.of(texts).map(text -> new Words(text, 1)).toList();
  }
}
