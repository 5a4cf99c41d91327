package dev.imagedb.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
  private final List<String> closed = new ArrayList<>();
  private final Shared<AutoCloseable> shared = new Shared<>(() -> closed.add("closed"));

  @Test
  void isClosedAtOnceWhereNobodyUsesIt() {
    shared.enter().close();
    assertThat(closed).isEmpty();

    shared.retire();
    assertThat(closed).containsExactly("closed");
  }

  @Test
  void outlivesItsRetirementUntilTheLastIsDone() {
    Shared<AutoCloseable>.Lease one = shared.enter();
    Shared<AutoCloseable>.Lease other = shared.enter();
    shared.retire();
    one.close();
    assertThat(closed).isEmpty();

    other.close();
    assertThat(closed).containsExactly("closed");
  }
}
