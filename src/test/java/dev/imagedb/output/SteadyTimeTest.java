package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {
  @Test
  void onlyGoesOn() {
    SteadyTime time = new SteadyTime();

    assertThat(Stream.generate(time::instant).limit(1_000)).isSortedAccordingTo(Instant::compareTo);
  }
}
