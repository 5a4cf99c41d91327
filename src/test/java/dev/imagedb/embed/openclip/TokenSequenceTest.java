package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.openclip.OpenClipConfig.Cleaning;
import dev.imagedb.embed.openclip.OpenClipConfig.Projection;
import dev.imagedb.embed.openclip.OpenClipConfig.TextConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.TextPool;
import dev.imagedb.embed.openclip.OpenClipConfig.TokenizerConfig;
import org.junit.jupiter.api.Test;

/// Sequences for a context of six ids; 8 starts a text, 9 ends it.
final class TokenSequenceTest {

  @Test
  void endsAfterTheHighestIdWhereNothingLaterIsSeen() {
    TokenSequence sequence = TokenSequence.of(ids(8, 3, 9), text(TextPool.ARGMAX, true), 0);

    assertThat(sequence.ids()).containsExactly(8, 3, 9);
    assertThat(sequence.pooled()).isEqualTo(2);
  }

  @Test
  void isPaddedToTheContextWhereEverythingIsSeen() {
    TokenSequence sequence = TokenSequence.of(ids(8, 3, 9), text(TextPool.ARGMAX, false), 7);

    assertThat(sequence.ids()).containsExactly(8, 3, 9, 7, 7, 7);
    assertThat(sequence.pooled()).isEqualTo(2);
  }

  @Test
  void keepsTheEndOfATextThatIsTooLong() {
    TokenSequence sequence =
        TokenSequence.of(ids(8, 1, 2, 3, 4, 5, 6, 9), text(TextPool.ARGMAX, true), 0);

    assertThat(sequence.ids()).containsExactly(8, 1, 2, 3, 4, 9);
    assertThat(sequence.pooled()).isEqualTo(5);
  }

  @Test
  void leavesATextThatJustFitsAsItIs() {
    TokenSequence sequence =
        TokenSequence.of(ids(8, 1, 2, 3, 4, 9), text(TextPool.ARGMAX, true), 0);

    assertThat(sequence.ids()).containsExactly(8, 1, 2, 3, 4, 9);
  }

  @Test
  void takesTheFirstOfSeveralHighestIds() {
    TokenSequence sequence = TokenSequence.of(ids(8, 9, 3, 9), text(TextPool.ARGMAX, true), 0);

    assertThat(sequence.ids()).containsExactly(8, 9);
    assertThat(sequence.pooled()).isEqualTo(1);
  }

  @Test
  void poolsAtTheFirstEndWhereHigherIdsAreWords() {
    TokenSequence sequence = TokenSequence.of(ids(8, 70, 9, 9), text(TextPool.EOS, false), 0);

    assertThat(sequence.pooled()).isEqualTo(2);
  }

  @Test
  void poolsAtTheStartWhereTheEndIsMissingAsTheReferenceDoes() {
    TokenSequence sequence = TokenSequence.of(ids(8, 70, 71), text(TextPool.EOS, false), 0);

    assertThat(sequence.pooled()).isZero();
  }

  @Test
  void poolsAtTheLastPositionOfTheContextPaddingIncluded() {
    TokenSequence sequence = TokenSequence.of(ids(8, 3, 9), text(TextPool.LAST, true), 0);

    assertThat(sequence.ids()).containsExactly(8, 3, 9, 0, 0, 0);
    assertThat(sequence.pooled()).isEqualTo(5);
  }

  @Test
  void poolsAtTheFirstPosition() {
    TokenSequence sequence = TokenSequence.of(ids(8, 3, 9), text(TextPool.FIRST, false), 0);

    assertThat(sequence.ids()).containsExactly(8, 3, 9, 0, 0, 0);
    assertThat(sequence.pooled()).isZero();
  }

  @Test
  void survivesATextOfNoIds() {
    assertThat(TokenSequence.of(ids(), text(TextPool.ARGMAX, true), 0).ids()).containsExactly(0);
  }

  private static long[] ids(long... ids) {
    return ids;
  }

  private static TextConfig text(TextPool pool, boolean causal) {
    TokenizerConfig tokenizer = new TokenizerConfig(false, Cleaning.LOWER, false);
    return new TextConfig(
        6, 100, 8, 1, 1, 32, pool, causal, false, 9, Projection.MATRIX, "none", 1e-5, tokenizer);
  }
}
