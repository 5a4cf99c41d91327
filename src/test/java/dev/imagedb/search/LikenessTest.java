package dev.imagedb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.search.Likeness.Prompt;
import dev.imagedb.search.Likeness.Weighted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {
  @Test
  void takesWhatFollowsACaretForTheWeight() {
    assertThat(Weighted.parse("golden retriever^2")).isEqualTo(new Weighted("golden retriever", 2));
    assertThat(Weighted.parse("fog^0.5")).isEqualTo(new Weighted("fog", 0.5));
    assertThat(Weighted.parse("a^b^3")).isEqualTo(new Weighted("a^b", 3));
    assertThat(Weighted.parse("fog^-1.5e-1")).isEqualTo(new Weighted("fog", -0.15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fog", "fog^", "2^x", "a ^_^ face", "fog^2d", "fog^0x1p3"})
  void countsTextWithoutAWeightOnce(String text) {
    assertThat(Weighted.parse(text)).isEqualTo(new Weighted(text, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatCountsForNothing(double weight) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new Prompt("fog", weight))
        .withMessage("a weight is " + weight + ", expected a number that is not 0");
  }
}
