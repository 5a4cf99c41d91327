package dev.imagedb.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
  private final List<String> events = new ArrayList<>();
  private boolean current = true;
  private final Kept<String, Door> kept = new Kept<>(_ -> current);

  private record Door(String name, List<String> events) implements AutoCloseable {
    @Override
    public void close() {
      events.add("close " + name);
    }
  }

  @Test
  void whatIsWantedAgainIsNotOpenedAgain() {
    kept.lease("a", () -> open("a")).close();
    kept.lease("a", () -> open("a")).close();

    assertThat(events).containsExactly("open a");
  }

  @Test
  void theLastIsClosedBeforeAnotherIsOpened() {
    kept.lease("a", () -> open("a")).close();
    kept.lease("b", () -> open("b")).close();

    assertThat(events).containsExactly("open a", "close a", "open b");
  }

  @Test
  void whatIsStillUsedIsClosedWhenThatEnds() {
    Lease<Door> use = kept.lease("a", () -> open("a"));
    kept.lease("b", () -> open("b")).close();
    assertThat(events).containsExactly("open a", "open b");

    use.close();
    assertThat(events).containsExactly("open a", "open b", "close a");
  }

  @Test
  void aUseEndsOnce() {
    Lease<Door> first = kept.lease("a", () -> open("a"));
    Lease<Door> second = kept.lease("a", () -> open("a"));
    first.close();
    first.close();
    kept.close();
    assertThat(events).containsExactly("open a");

    second.close();
    assertThat(events).containsExactly("open a", "close a");
  }

  @Test
  void whatIsOutOfDateIsOpenedAnew() {
    kept.lease("a", () -> open("first")).close();
    current = false;
    kept.lease("a", () -> open("second")).close();

    assertThat(events).containsExactly("open first", "close first", "open second");
  }

  @Test
  void whatCannotBeOpenedIsTriedAgain() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                kept.lease(
                    "a",
                    () -> {
                      throw new IllegalStateException("stuck");
                    }));
    kept.lease("a", () -> open("a")).close();

    assertThat(events).containsExactly("open a");
  }

  private Door open(String name) {
    events.add("open " + name);
    return new Door(name, events);
  }
}
