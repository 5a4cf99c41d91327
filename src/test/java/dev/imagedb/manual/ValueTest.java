package dev.imagedb.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.manual.Value.Kind;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void lowerCaseWordsStandForThemselves() {
    assertThat(Value.of("auto|fp32|bf16", false).words()).containsExactly("auto", "fp32", "bf16");
    assertThat(Value.of("FILE|URL|-", false).words()).isEmpty();
    assertThat(Value.of("LAT,LON[,DIST]", false).words()).isEmpty();
  }

  @Test
  void capitalsStandForKindsOfThings() {
    assertThat(Value.of("WORDS|FILE|DIR", false).kinds())
        .containsExactlyInAnyOrder(Kind.FILE, Kind.FOLDER);
    assertThat(Value.of("ID|DIR", false).kinds())
        .containsExactlyInAnyOrder(Kind.MODEL, Kind.FOLDER);
    assertThat(Value.of("WORDS", false).kinds()).isEmpty();
  }
}
