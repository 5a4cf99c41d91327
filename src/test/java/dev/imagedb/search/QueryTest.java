package dev.imagedb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureSource;
import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Page;
import dev.imagedb.store.Selection;
import dev.imagedb.store.Words;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QueryTest {
  private static final Selection TWENTY = Selection.best(20);

  @Test
  void asksForEverythingWhereItAsksForNothing() {
    Selection rated = TWENTY.passing(List.of(new Filter.Rated(4)));

    assertThat(new Query(List.of(), List.of(), TWENTY).isForEverything()).isTrue();
    assertThat(new Query(List.of(), List.of(), rated).isForEverything()).isFalse();
    assertThat(like(new Likeness.Prompt("dog", 1)).isForEverything()).isFalse();
  }

  @Test
  void refusesACutoffWhereNothingIsScored() {
    for (Cutoff cutoff : List.of(new Cutoff.Relevant(), new Cutoff.LeastScore(1))) {
      refuses(
          () -> new Query(List.of(), List.of(), TWENTY.endingAt(cutoff)),
          "without a picture or words there are no scores to end the list by");
    }
  }

  @Test
  void refusesWordsThatAreNone() {
    refuses(() -> new Likeness.Prompt("", 1), "--prompt has no words");
    refuses(() -> new Words("\t", 1), "--text has no words");
  }

  @Test
  void refusesWeightsThatAreNone() {
    refuses(() -> new Words("dog", Double.NaN), "a text's weight is NaN, expected a number over 0");
    refuses(() -> new Words("dog", -1), "a text's weight is -1.0, expected a number over 0");
    refuses(
        () -> new Likeness.Prompt("dog", Double.NaN),
        "a weight is NaN, expected a number that is not 0");
  }

  @Test
  void refusesALimitBelowOneAndAnOffsetBelowNone() {
    refuses(() -> Page.first(0), "--limit is 0, expected 1 or more");
    refuses(() -> Page.first(-1), "--limit is -1, expected 1 or more");
    refuses(() -> new Page(-1, 1), "--offset is -1, expected 0 or more");
  }

  @Test
  void refusesAScoreThatIsNoNumber() {
    refuses(() -> new Cutoff.LeastScore(Double.NaN), "--min-score is NaN, expected a number");
    refuses(
        () -> new Cutoff.LeastScore(Double.POSITIVE_INFINITY),
        "--min-score is Infinity, expected a number");
  }

  @Test
  void needsAModelForPicturesAndPromptsOnly() {
    assertThat(new Likeness.Prompt("dog", 1).needsModel()).isTrue();
    assertThat(new Likeness.Image(new PictureSource.File(Path.of("q.jpg")), 1).needsModel())
        .isTrue();
    assertThat(new Likeness.Stored(Path.of("q.jpg"), 1).needsModel()).isFalse();
    assertThat(new Likeness.Embedded("q.jpg", new float[] {1}, 1).needsModel()).isFalse();
  }

  private static Query like(Likeness part) {
    return new Query(List.of(part), List.of(), TWENTY);
  }

  private static void refuses(ThrowingCallable making, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(making)
        .withMessage(message)
        .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE));
  }
}
