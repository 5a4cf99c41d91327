package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.ingest.IndexCounts;
import dev.imagedb.photo.Skipped;
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
    WorkProgressLine line = new WorkProgressLine(terminal.console(), "prompt", clock);
    line.update(1, 0);
    pass(Duration.ofMillis(100));
    line.update(2, 0);
    line.close();
    line.close();

    assertThat(terminal.warned()).isEqualTo(drawn("1 prompt") + drawn("2 prompts") + "\r\u001b[K");
    assertThat(terminal.printed()).isEmpty();
  }

  @Test
  void isDrawnTenTimesASecondAtMost() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    WorkProgressLine line = new WorkProgressLine(terminal.console(), "prompt", clock);
    for (int millisecond = 0; millisecond < 1000; millisecond++) {
      line.update(1, 0);
      pass(Duration.ofMillis(1));
    }

    assertThat(terminal.warned()).isEqualTo(drawn("1 prompt").repeat(10));
  }

  @Test
  void leavesRoomForTheCursorAndAnEchoedCtrlC() {
    RecordedConsole terminal = RecordedConsole.terminal(10);
    new WorkProgressLine(terminal.console(), "photograph", clock).update(2, 0);

    assertThat(terminal.warned()).isEqualTo(drawn("2 phot…"));
  }

  @Test
  void isALineEveryFewSecondsWhereThereIsNoTerminal() {
    RecordedConsole pipe = RecordedConsole.on(new Screen(true, false, () -> 80, true));
    DownloadProgressLine line = new DownloadProgressLine(pipe.console(), clock);
    for (int second = 0; second <= 10; second++) {
      line.update("model.safetensors", second * 10_000_000L, 605_200_000);
      pass(Duration.ofSeconds(1));
    }
    line.finish();

    assertThat(pipe.warned())
        .isEqualTo(
            """
            imagedb: downloading model.safetensors: 50.0 MB of 605.2 MB, 10.0 MB/s, 56 s left
            imagedb: downloading model.safetensors: 100.0 MB of 605.2 MB, 10.0 MB/s, 51 s left
            """);
  }

  @Test
  void isNotShownToThoseWhoWantNone() {
    Screen screen = new Screen(true, true, () -> 80, true, ProgressStyle.NONE);
    RecordedConsole console = RecordedConsole.on(screen);
    new WorkProgressLine(console.console(), "prompt", clock).update(1, 2);

    assertThat(console.warned()).isEmpty();
  }

  @Test
  void tellsHowFarIndexingIs() {
    assertThat(indexing(1, new IndexCounts(120, false, 7, 0, 0, null)))
        .isEqualTo("indexing 7 of 120+ pictures");
    assertThat(indexing(60, new IndexCounts(5000, true, 1200, 1000, 0, null)))
        .isEqualTo("indexing ━━━━─────────────── 1,200 of 5,000 pictures, 16.7/s, 3 min 10 s left");
  }

  @Test
  void tellsWhatWasSkippedLast() {
    Skipped broken = new Skipped(Pictures.path("/home/ann/a/猫.jpg"), "the file is empty");

    assertThat(indexing(1, new IndexCounts(2, false, 1, 0, 1, broken)))
        .isEqualTo("indexing 1 of 2+ pictures, 1 skipped, last a/猫.jpg: the file is empty");
  }

  @Test
  void tellsHowFarWorkIs() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    WorkProgressLine line = new WorkProgressLine(terminal.console(), "caption", clock);
    pass(Duration.ofSeconds(10));
    line.update(1200, 2500);

    assertThat(terminal.warned())
        .isEqualTo(drawn("━━━━━━━━━━━───────────── 1,200 of 2,500 captions, 120.0/s, 11 s left"));
  }

  @Test
  void tellsHowFarADownloadIsSinceItWentOn() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    DownloadProgressLine line = new DownloadProgressLine(terminal.console(), clock);
    line.update("model.safetensors", 200_000_000, 600_000_000);
    pass(Duration.ofSeconds(10));
    line.update("model.safetensors", 300_000_000, 600_000_000);

    assertThat(terminal.warned())
        .isEqualTo(
            drawn("downloading model.safetensors ━━━━━━━━──────────────── 200.0 MB of 600.0 MB")
                + drawn(
                    "downloading model.safetensors 300.0 MB of 600.0 MB, 10.0 MB/s, 30 s left"));
  }

  @Test
  void tellsOfADownloadWhoseEndNobodyKnows() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    new DownloadProgressLine(terminal.console(), clock).update("vocab.json", 1500, 0);

    assertThat(terminal.warned()).isEqualTo(drawn("downloading vocab.json 1.5 kB"));
  }

  private String indexing(long seconds, IndexCounts counts) {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    IndexProgressLine progress = new IndexProgressLine(terminal.console(), clock);
    pass(Duration.ofSeconds(seconds));
    progress.update(counts);
    return terminal.warned().replace("\r\u001b[?7l", "").replace("\u001b[K\u001b[?7h", "");
  }

  private static String drawn(String text) {
    return "\r\u001b[?7l" + text + "\u001b[K\u001b[?7h";
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
