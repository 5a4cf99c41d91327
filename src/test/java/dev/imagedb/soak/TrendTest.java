package dev.imagedb.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final int ROUNDS = 120;

  @Test
  void seesThatAHandleIsLostARound() {
    assertThat(handles(round -> 60 + round).isFlat()).isFalse();
  }

  @Test
  void seesThatAHandleIsLostEveryTenRounds() {
    assertThat(handles(round -> 60 + round / 10).isFlat()).isFalse();
  }

  @Test
  void takesNoOffenceAtWhatComesAndGoes() {
    assertThat(handles(round -> 60 + round % 5).isFlat()).isTrue();
  }

  @Test
  void takesNoOffenceAtOddRoundsInTheEnd() {
    assertThat(handles(round -> round > ROUNDS - 10 ? 300 : 60).isFlat()).isTrue();
  }

  @Test
  void tellsBothMediansAndTheBound() {
    assertThat(handles(_ -> 60))
        .hasToString("handles: 60.0 in the first quarter, 60.0 in the last (at most 64.0)");
  }

  private static Trend handles(IntToDoubleFunction ofRound) {
    List<Double> values = IntStream.range(0, ROUNDS).mapToDouble(ofRound).boxed().toList();
    return new Trend("handles", values, 0, 4);
  }
}
