package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.openclip.TextTransformerConfig.Pool;
import dev.imagedb.embed.openclip.TextTransformerConfig.Projection;
import dev.imagedb.embed.tokenizer.TokenizerConfig;
import dev.imagedb.embed.tokenizer.TokenizerConfig.Cleaning;
import org.junit.jupiter.api.Test;

/// Sequences for a context of six ids; 8 starts a text, 9 ends it.
final class TokenSequenceTest {

  @Test
  void endsAfterTheHighestIdWhereNothingLaterIsSeen() {
    TokenSequence sequence = sequence(text(Pool.ARGMAX, true), 0, ids(8, 3, 9));

    assertThat(sequence.ids()).containsExactly(8, 3, 9);
    assertThat(sequence.pooled()).isEqualTo(2);
  }

  @Test
  void isPaddedToTheContextWhereEverythingIsSeen() {
    TokenSequence sequence = sequence(text(Pool.ARGMAX, false), 7, ids(8, 3, 9));

    assertThat(sequence.ids()).containsExactly(8, 3, 9, 7, 7, 7);
    assertThat(sequence.pooled()).isEqualTo(2);
  }

  @Test
  void keepsTheEndOfATextThatIsTooLong() {
    TokenSequence sequence = sequence(text(Pool.ARGMAX, true), 0, ids(8, 1, 2, 3, 4, 5, 6, 9));

    assertThat(sequence.ids()).containsExactly(8, 1, 2, 3, 4, 9);
    assertThat(sequence.pooled()).isEqualTo(5);
  }

  @Test
  void leavesATextThatJustFitsAsItIs() {
    TokenSequence sequence = sequence(text(Pool.ARGMAX, true), 0, ids(8, 1, 2, 3, 4, 9));

    assertThat(sequence.ids()).containsExactly(8, 1, 2, 3, 4, 9);
  }

  @Test
  void takesTheFirstOfSeveralHighestIds() {
    TokenSequence sequence = sequence(text(Pool.ARGMAX, true), 0, ids(8, 9, 3, 9));

    assertThat(sequence.ids()).containsExactly(8, 9);
    assertThat(sequence.pooled()).isEqualTo(1);
  }

  @Test
  void poolsAtTheFirstEndWhereHigherIdsAreWords() {
    TokenSequence sequence = sequence(text(Pool.EOS, false), 0, ids(8, 70, 9, 9));

    assertThat(sequence.pooled()).isEqualTo(2);
  }

  @Test
  void poolsAtTheStartWhereTheEndIsMissingAsTheReferenceDoes() {
    TokenSequence sequence = sequence(text(Pool.EOS, false), 0, ids(8, 70, 71));

    assertThat(sequence.pooled()).isZero();
  }

  @Test
  void poolsAtTheLastPositionOfTheContextPaddingIncluded() {
    TokenSequence sequence = sequence(text(Pool.LAST, true), 0, ids(8, 3, 9));

    assertThat(sequence.ids()).containsExactly(8, 3, 9, 0, 0, 0);
    assertThat(sequence.pooled()).isEqualTo(5);
  }

  @Test
  void poolsAtTheFirstPosition() {
    TokenSequence sequence = sequence(text(Pool.FIRST, false), 0, ids(8, 3, 9));

    assertThat(sequence.ids()).containsExactly(8, 3, 9, 0, 0, 0);
    assertThat(sequence.pooled()).isZero();
  }

  @Test
  void showsAClassTokenTheTextAndThePlaceBehindIt() {
    TokenSequence sequence = sequence(text(Pool.ARGMAX, true, true), 0, ids(8, 3, 9));

    assertThat(sequence.ids()).containsExactly(8, 3, 9, 0);
    assertThat(sequence.places()).containsExactly(0, 1, 2, 3);
    assertThat(sequence.pooled()).isEqualTo(4);
    assertThat(sequence.classTokenSeen()).isFalse();
  }

  @Test
  void showsAClassTokenItselfWhereTheContextIsFull() {
    TokenSequence sequence = sequence(text(Pool.ARGMAX, true, true), 0, ids(8, 1, 0, 3, 4, 9));

    assertThat(sequence.ids()).containsExactly(8, 1, 0, 4, 9);
    assertThat(sequence.places()).containsExactly(0, 1, 2, 4, 5);
    assertThat(sequence.pooled()).isEqualTo(5);
    assertThat(sequence.classTokenSeen()).isTrue();
  }

  @Test
  void survivesATextOfNoIds() {
    assertThat(sequence(text(Pool.ARGMAX, true), 0, ids()).ids()).containsExactly(0);
  }

  private static TokenSequence sequence(TextConfig text, long padding, long[] ids) {
    return text.seen(Vectors.context(6, padding, ids));
  }

  private static long[] ids(long... ids) {
    return ids;
  }

  private static TextConfig text(Pool pool, boolean causal) {
    return text(pool, causal, false);
  }

  private static TextConfig text(Pool pool, boolean causal, boolean classToken) {
    return new TextTransformerConfig(
        "",
        6,
        100,
        8,
        1,
        1,
        32,
        pool,
        causal,
        classToken,
        0,
        9,
        false,
        Projection.MATRIX,
        "none",
        1e-5,
        new TokenizerConfig(false, Cleaning.LOWER, false, false, null));
  }
}
