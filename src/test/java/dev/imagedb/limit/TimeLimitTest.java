package dev.imagedb.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration NONE = Duration.ofMillis(1);

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicBoolean cancelled = new AtomicBoolean();

  @AfterEach
  void letAllGoOn() {
    end.countDown();
  }

  @Test
  void givesWhatIsDoneInTime() throws IOException {
    try (TimeLimit limit = new TimeLimit(LONG, 1, cancelled::get)) {
      assertThat(limit.within(() -> "a picture")).contains("a picture");
    }
  }

  @Test
  void givesUpWhatHangsAndGoesOn() throws IOException {
    try (TimeLimit limit = new TimeLimit(NONE, 1, cancelled::get)) {
      assertThat(limit.within(this::hangs)).isEmpty();
      assertThat(limit.within(this::hangs)).isEmpty();
    }
  }

  /// Tried again where it was late before it had begun, and so was never done.
  @Test
  void interruptsWhatIsLate() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (TimeLimit limit = new TimeLimit(NONE, 1, cancelled::get)) {
      do {
        limit.within(() -> hangsUntilInterrupted(interrupted));
      } while (!interrupted.await(100, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void endsTheRunWhereTooManyHang() {
    try (TimeLimit limit = new TimeLimit(NONE, 1, cancelled::get)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> hangOften(limit))
          .withMessage("16 pictures or folders hang at once, each for more than 0.001 seconds");
    }
  }

  @Test
  void waitsNoLongerOnceTheRunIsCancelled() throws IOException {
    try (TimeLimit limit = new TimeLimit(LONG, 1, cancelled::get)) {
      cancelled.set(true);

      assertThatThrownBy(() -> limit.within(this::hangs)).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void givesUpAStepThatHangs() throws IOException {
    try (TimeLimit limit = new TimeLimit(NONE, 1, cancelled::get)) {
      Optional<String> names =
          limit.stepwise(
              step -> {
                step.run();
                return hangs();
              });

      assertThat(names).isEmpty();
    }
  }

  @Test
  void waitsAsLongAsStepsAreDone() throws IOException {
    Duration aStep = Duration.ofSeconds(2);
    long longerThanOne = System.nanoTime() + aStep.plusMillis(200).toNanos();
    try (TimeLimit limit = new TimeLimit(aStep, 1, cancelled::get)) {
      Optional<String> all =
          limit.stepwise(
              step -> {
                while (System.nanoTime() < longerThanOne) {
                  step.run();
                  Thread.onSpinWait();
                }
                return "all";
              });

      assertThat(all).contains("all");
    }
  }

  @Test
  void throwsWhatTheWorkThrows() {
    try (TimeLimit limit = new TimeLimit(LONG, 1, cancelled::get)) {
      assertThatThrownBy(() -> limit.within(() -> fail(new NoSuchFileException("a.jpg"))))
          .isInstanceOf(NoSuchFileException.class);
      assertThatThrownBy(() -> limit.within(() -> fail(new OutOfMemoryError("a heap"))))
          .isInstanceOf(OutOfMemoryError.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT60S, 60 seconds", "PT1S, 1 second", "PT0.5S, 0.5 seconds"})
  void saysHowLongItIs(Duration duration, String words) {
    try (TimeLimit limit = new TimeLimit(duration, 1, cancelled::get)) {
      assertThat(limit.late("read")).isEqualTo("it could not be read within %s (--timeout)", words);
    }
  }

  /// More often than is allowed: what is late before it has begun does not count.
  private void hangOften(TimeLimit limit) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      limit.within(this::hangs);
    }
  }

  private String hangsUntilInterrupted(CountDownLatch interrupted) {
    try {
      end.await();
    } catch (InterruptedException _) {
      interrupted.countDown();
    }
    return "nothing";
  }

  /// As a system call does: whatever is asked of it.
  private String hangs() {
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException _) {
        // It is not interested.
      }
    }
    return "too late";
  }

  private static String fail(Throwable failure) throws IOException {
    switch (failure) {
      case IOException known -> throw known;
      case Error error -> throw error;
      default -> throw new AssertionError(failure);
    }
  }
}
