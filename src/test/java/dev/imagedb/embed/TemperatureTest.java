package dev.imagedb.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TemperatureTest {
  private static final Temperature CLIP = new Temperature(100, null);

  /// `torch.softmax(100 * torch.tensor([0.25, 0.24, 0.2], dtype=torch.float64), 0)`.
  @Test
  void sharesOutCertaintyAmongAllTexts() {
    assertThat(CLIP.probabilities(new double[] {0.25, 0.24, 0.2}))
        .containsExactly(
            new double[] {0.7274751568005, 0.2676231541499, 0.0049016890497}, within(1e-9));
  }

  /// `torch.sigmoid(112 * torch.tensor([0.15, 0.1], dtype=torch.float64) - 16.5)`.
  @Test
  void judgesEachTextAloneWhereThereIsABias() {
    Temperature siglip = new Temperature(112, -16.5);

    assertThat(siglip.judgesEachAlone()).isTrue();
    assertThat(siglip.probabilities(new double[] {0.15, 0.1}))
        .containsExactly(new double[] {0.5744425168117, 0.0049668016501}, within(1e-9));
  }

  @Test
  void survivesScalesWhoseExponentialsAreInfinite() {
    assertThat(new Temperature(1e6, null).probabilities(new double[] {1, -1}))
        .containsExactly(1, 0);
  }

  @Test
  void refusesAScaleThatTurnsTheOrderAround() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(-1, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(Double.NaN, null));
  }
}
