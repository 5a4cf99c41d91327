package dev.imagedb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureSource;
import dev.imagedb.store.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingTest {
  private static final Wording NOTHING =
      new Wording(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  @TempDir Path folder;

  @Test
  void becomesWhatHitsShallBeLikeAndUnlike() {
    Wording wording =
        new Wording(
            List.of("a.jpg^2"),
            List.of("a dog"),
            List.of("b.jpg^0.5"),
            List.of("c.jpg"),
            List.of("snow^3"),
            List.of());

    assertThat(wording.likenesses(folder))
        .containsExactly(
            new Likeness.Image(file("a.jpg"), 2),
            new Likeness.Prompt("a dog", 1),
            new Likeness.Stored(folder.resolve("b.jpg"), 0.5),
            new Likeness.Image(file("c.jpg"), -1),
            new Likeness.Prompt("snow", -3));
  }

  @Test
  void takesTheWeightOffAnAddress() {
    assertThat(NOTHING.with(List.of("https://example.org/q.jpg^2"), folder).likenesses(folder))
        .containsExactly(
            new Likeness.Image(new PictureSource.Url(URI.create("https://example.org/q.jpg")), 2));
  }

  @Test
  void meansAFileThatIsThereByAllOfItsName() throws IOException {
    Files.createFile(folder.resolve("a^2"));

    assertThat(NOTHING.with(List.of("a^2", "b.png^2"), folder).likenesses(folder))
        .containsExactly(new Likeness.Image(file("a^2"), 1), new Likeness.Image(file("b.png"), 2));
  }

  @Test
  void takesWhatIsNoPictureForWordsThatDescribeOne() throws IOException {
    Files.createFile(folder.resolve("cat"));

    assertThat(NOTHING.with(List.of("cat^2", "tabby cat^2", "dog"), folder))
        .isEqualTo(
            new Wording(
                List.of("cat^2"),
                List.of("tabby cat^2", "dog"),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void looksForWordsWhereTheModeSays() {
    Wording wording = words(List.of("a dog^2", "Paris"), List.of("Paris"));

    assertThat(wording.in(SearchMode.AUTO)).isEqualTo(wording);
    assertThat(wording.in(SearchMode.FTS)).isEqualTo(words(List.of(), List.of("a dog^2", "Paris")));
    assertThat(wording.in(SearchMode.VECTOR))
        .isEqualTo(words(List.of("a dog^2", "Paris"), List.of()));
    assertThat(wording.in(SearchMode.HYBRID))
        .isEqualTo(words(List.of("a dog^2", "Paris"), List.of("a dog^2", "Paris")));
  }

  @Test
  void keepsItsPicturesWhereWordsAreLookedForInPictures() {
    Wording wording = NOTHING.with(List.of("q.jpg", "a dog"), folder);

    assertThat(wording.in(SearchMode.VECTOR)).isEqualTo(wording);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> wording.in(SearchMode.FTS))
        .withMessage("--mode fts looks for words in the metadata, and compares no pictures");
  }

  @Test
  void weighsTexts() {
    assertThat(words(List.of(), List.of("Canon^2", "\"in order\"")).weightedTexts())
        .containsExactly(new Words("Canon", 2), new Words("\"in order\"", 1));
  }

  @Test
  void refusesATextThatCountsForNothing() {
    for (String weight : List.of("0", "-1", "NaN", "Infinity")) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> words(List.of(), List.of("Canon^" + weight)).weightedTexts())
          .withMessage(
              "a text's weight is %s, expected a number over 0", Double.parseDouble(weight));
    }
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> words(List.of(), List.of("^2")).weightedTexts())
        .withMessage("--text has no words");
  }

  @Test
  void refusesToReadStandardInputTwice() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> NOTHING.with(List.of("-", "-^2"), folder).likenesses(folder))
        .withMessage("standard input can be read once only");
  }

  private static Wording words(List<String> prompts, List<String> texts) {
    return new Wording(List.of(), prompts, List.of(), List.of(), List.of(), texts);
  }

  private PictureSource file(String name) {
    return new PictureSource.File(folder.resolve(name));
  }
}
