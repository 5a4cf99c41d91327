package dev.imagedb.embed.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextContextTest {

  @Test
  void keepsTheEndOfATextThatIsTooLong() {
    TextContext closed = new TextContext(4, new Padding(0, false), true);

    assertThat(closed.fit(new long[] {1, 2, 3, 4, 5})).containsExactly(1, 2, 3, 5);
  }

  @Test
  void keepsNoEndWhereTheTokenizerGivesNone() {
    TextContext open = new TextContext(4, new Padding(0, false), false);

    assertThat(open.fit(new long[] {1, 2, 3, 4, 5})).containsExactly(1, 2, 3, 4);
  }

  @Test
  void standsAtTheEndWhereThePaddingIsOnTheLeft() {
    TextContext left = new TextContext(6, new Padding(7, true), true);

    assertThat(left.fit(new long[] {8, 3, 9})).containsExactly(7, 7, 7, 8, 3, 9);
  }
}
