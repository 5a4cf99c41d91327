package dev.imagedb.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
  /// 30 of 100 succeed.
  private static final double[] THREE_OF_TEN =
      IntStream.range(0, 100).mapToDouble(i -> i % 10 < 3 ? 1 : 0).toArray();

  @Test
  void isAsWideAsTheNormalApproximationOfAProportion() {
    Estimate estimate = Estimate.of(THREE_OF_TEN);
    double margin = 1.96 * Math.sqrt(0.3 * 0.7 / 100);

    assertThat(estimate.mean()).isCloseTo(0.3, within(1e-12));
    assertThat(estimate.low()).isCloseTo(0.3 - margin, within(0.015));
    assertThat(estimate.high()).isCloseTo(0.3 + margin, within(0.015));
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(Estimate.of(THREE_OF_TEN)).isEqualTo(Estimate.of(THREE_OF_TEN.clone()));
  }

  @Test
  void hasNoWidthWhereAllTopicsAreAlike() {
    assertThat(Estimate.of(new double[] {0.5, 0.5, 0.5})).isEqualTo(new Estimate(0.5, 0.5, 0.5));
  }

  @Test
  void knowsNothingOfOtherTopicsFromASingleOne() {
    assertThat(Estimate.of(new double[] {1})).isEqualTo(new Estimate(1, 1, 1));
  }
}
