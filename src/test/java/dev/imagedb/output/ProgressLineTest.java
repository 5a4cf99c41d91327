package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.ingest.IndexCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;

  @Test
  void isDrawnOverAndGoneAtTheEnd() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    ProgressLine line = new ProgressLine(terminal.console(), clock);
    line.draw(() -> "1 of 猫");
    now = now.plusMillis(100);
    line.draw(() -> "2");
    line.clear();
    line.clear();
    assertThat(terminal.warned()).isEqualTo("\r1 of 猫\r2      \r \r");
    assertThat(terminal.printed()).isEmpty();
  }

  @Test
  void isDrawnTenTimesASecondAtMost() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    ProgressLine line = new ProgressLine(terminal.console(), clock);
    for (int millisecond = 0; millisecond < 1000; millisecond++) {
      line.draw(() -> "x");
      now = now.plusMillis(1);
    }
    assertThat(terminal.warned()).isEqualTo("\rx".repeat(10));
  }

  @Test
  void neverFillsTheTerminal() {
    RecordedConsole terminal = RecordedConsole.terminal(10);
    new ProgressLine(terminal.console(), clock).draw(() -> "12345678901234567890");
    assertThat(terminal.warned()).isEqualTo("\r12345678…");
  }

  @Test
  void isNotDrawnWhereStandardErrorIsNoTerminal() {
    RecordedConsole pipe = RecordedConsole.on(new Screen(true, false, () -> 80, true));
    DownloadProgressLine line = new DownloadProgressLine(pipe.console(), clock);
    line.update("model", 1, 2);
    line.finish();
    assertThat(pipe.warned()).isEmpty();
  }

  @Test
  void tellsHowFarIndexingIs() {
    assertThat(text(new IndexCounts(120, false, 7, 0, 0), 1)).isEqualTo("7 of 120+ pictures");
    assertThat(text(new IndexCounts(5000, true, 1200, 1000, 3), 60))
        .isEqualTo("1,200 of 5,000 pictures, 16.7 a second, 3 skipped, 3 min 10 s left");
  }

  @Test
  void drawsIndexingOnTheTerminal() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    IndexProgressLine progress = new IndexProgressLine(terminal.console(), clock);
    progress.update(new IndexCounts(2, true, 1, 1, 0));
    progress.finish();
    assertThat(terminal.warned()).isEqualTo("\r1 of 2 pictures\r               \r");
  }

  @Test
  void tellsHowFarADownloadIs() {
    assertThat(DownloadProgressLine.text("model.safetensors", 248_100_000, 605_200_000))
        .isEqualTo("downloading model.safetensors: 40 %, 248.1 MB of 605.2 MB");
    assertThat(DownloadProgressLine.text("vocab.json", 1500, 0))
        .isEqualTo("downloading vocab.json: 1.5 kB");
  }

  private static String text(IndexCounts counts, long seconds) {
    return IndexProgressLine.text(counts, Duration.ofSeconds(seconds));
  }
}
