package dev.imagedb.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReciprocalRanksTest {
  @Test
  void addsWhatEachRankingGives() {
    Map<String, Double> fused =
        ReciprocalRanks.fuse(List.of(List.of("a", "b", "c"), List.of("c", "a")));

    assertThat(fused).containsOnlyKeys("a", "b", "c");
    assertThat(fused.get("a")).isCloseTo(0.032522, within(1e-6)); // 1/61 + 1/62
    assertThat(fused.get("b")).isCloseTo(0.016129, within(1e-6)); // 1/62
    assertThat(fused.get("c")).isCloseTo(0.032266, within(1e-6)); // 1/63 + 1/61
  }

  @Test
  void givesNothingForNothing() {
    assertThat(ReciprocalRanks.fuse(List.of(List.of(), List.of()))).isEmpty();
  }
}
