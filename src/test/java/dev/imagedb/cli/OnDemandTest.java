package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OnDemandTest {
  private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

  private final class Door implements AutoCloseable {
    Door() {
      happened.add("opened");
    }

    @Override
    public void close() {
      happened.add("closed");
    }
  }

  @Test
  void opensOnceAndOnlyWhenItIsAskedFor() {
    try (OnDemand<Door> door = new OnDemand<>(Door::new)) {
      assertThat(happened).isEmpty();
      assertThat(door.get()).isSameAs(door.get());
    }
    assertThat(happened).containsExactly("opened", "closed");
  }

  @Test
  void closesNothingThatWasNotOpened() {
    new OnDemand<>(Door::new).close();

    assertThat(happened).isEmpty();
  }

  @Test
  void isNotClosedWhileItIsGotReady() {
    CountDownLatch closing = new CountDownLatch(1);
    OnDemand<Door> door = new OnDemand<>(Door::new);
    door.openAhead(
        _ -> {
          await(closing);
          happened.add("ready");
        });

    Thread.ofPlatform().start(closing::countDown);
    door.close();

    assertThat(happened).containsExactly("opened", "ready", "closed");
  }

  @Test
  void failsForAllWhoAskAsItFailedAhead() {
    OnDemand<Door> door =
        new OnDemand<>(
            () -> {
              happened.add("tried");
              throw new IllegalStateException("locked");
            });
    door.openAhead(_ -> happened.add("ready"));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(door::get).hasMessage("locked");
    }
    door.close();
    assertThat(happened).containsExactly("tried");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
