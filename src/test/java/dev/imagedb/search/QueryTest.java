package dev.imagedb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureSource;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryTest {
  @Test
  void asksForSomething() {
    refuses(() -> new Query(List.of(), List.of(), 20, null, false), "nothing to search for");
  }

  @Test
  void refusesWordsThatAreNone() {
    refuses(() -> prompt("", 20, null), "--prompt has no words");
    refuses(
        () -> new Query(List.of(), List.of("dog", "\t"), 20, null, false), "--text has no words");
  }

  @Test
  void refusesALimitBelowOne() {
    refuses(() -> prompt("dog", 0, null), "--limit is 0, expected 1 or more");
    refuses(() -> prompt("dog", -1, null), "--limit is -1, expected 1 or more");
  }

  @Test
  void refusesAScoreThatIsNoNumber() {
    refuses(() -> prompt("dog", 1, Double.NaN), "--min-score is NaN, expected a number");
    refuses(
        () -> prompt("dog", 1, Double.POSITIVE_INFINITY),
        "--min-score is Infinity, expected a number");
  }

  @Test
  void needsAModelForPicturesAndPromptsOnly() {
    assertThat(prompt("dog", 1, null).needsModel()).isTrue();
    assertThat(
            new Query(
                    List.of(new Likeness.Image(new PictureSource.File(Path.of("q.jpg")), 1)),
                    List.of(),
                    1,
                    null,
                    false)
                .needsModel())
        .isTrue();
    assertThat(new Query(List.of(), List.of("dog"), 1, -1.0, false).needsModel()).isFalse();
  }

  private static Query prompt(String words, int limit, @Nullable Double least) {
    return new Query(List.of(new Likeness.Prompt(words, 1)), List.of(), limit, least, false);
  }

  private static void refuses(ThrowingCallable making, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(making)
        .withMessage(message)
        .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE));
  }
}
