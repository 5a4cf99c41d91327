package dev.imagedb.output.preview;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TerminalDialogueTest {
  private static final Duration PATIENCE = Duration.ofMillis(150);

  @Test
  void readsUntilTheAnswerIsWhole() throws IOException {
    InputStream terminal = new SequenceInputStream(typed("\u001b[6;20;10t"), typed("\u001b[?62c"));
    assertThat(TerminalDialogue.read(terminal, ticking(1), PATIENCE))
        .isEqualTo("\u001b[6;20;10t\u001b[?62c");
  }

  @Test
  void leavesWhatComesAfterTheAnswer() throws IOException {
    InputStream terminal = new SequenceInputStream(typed("\u001b[?62c"), typed("typed ahead"));
    TerminalDialogue.read(terminal, ticking(1), PATIENCE);
    assertThat(terminal.readAllBytes()).asString().isEqualTo("typed ahead");
  }

  @Test
  void givesUpOnATerminalThatDoesNotAnswer() throws IOException {
    assertThat(TerminalDialogue.read(typed("half"), ticking(100), PATIENCE)).isEqualTo("half");
  }

  private static InputStream typed(String text) {
    return new ByteArrayInputStream(text.getBytes(US_ASCII));
  }

  /// A clock that goes on by so many milliseconds whenever it is looked at.
  private static InstantSource ticking(int milliseconds) {
    AtomicInteger looks = new AtomicInteger();
    return () -> Instant.ofEpochMilli((long) milliseconds * looks.getAndIncrement());
  }
}
