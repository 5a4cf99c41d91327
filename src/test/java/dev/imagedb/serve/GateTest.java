package dev.imagedb.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void sendsAwayWhomItHasNoPlaceFor() {
    Gate gate = new Gate(2, "too many at once");
    try (Gate.Pass _ = gate.enter();
        Gate.Pass _ = gate.enter()) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(gate::enter)
          .withMessage("too many at once")
          .satisfies(refused -> assertThat(refused.status()).isEqualTo(503))
          .satisfies(refused -> assertThat(refused.headers()).containsEntry("Retry-After", "1"));
    }
    gate.enter().close();
  }
}
