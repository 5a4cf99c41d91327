package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.ingest.IndexReport;
import dev.imagedb.photo.Skipped;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexReportPrinterTest {
  private final RecordedConsole recorded = RecordedConsole.piped();
  private final IndexReportPrinter printer = new IndexReportPrinter(recorded.console());

  @Test
  void sumsUpOnStandardError() {
    printer.printText(
        new IndexReport(
            1218,
            1000,
            200,
            4,
            12,
            7,
            skipped(2),
            Duration.ofMillis(12_500),
            Pictures.SPACE,
            false));
    assertThat(recorded.warned())
        .isEqualTo(
            """
            1,218 pictures: 1,000 added, 200 updated, 4 moved, 12 unchanged, 2 skipped, \
            7 gone and removed in 12.5 s (96.0 a second)
            skipped photos/1.jpg: truncated
            skipped photos/2.jpg: truncated
            """);
    assertThat(recorded.printed()).isEmpty();
  }

  @Test
  void namesTheFirstSkippedPicturesAndWhereToFindTheOthers() {
    printer.printText(
        new IndexReport(
            22, 0, 0, 0, 0, 0, skipped(22), Duration.ofSeconds(1), Pictures.SPACE, false));
    assertThat(recorded.warned().lines())
        .hasSize(12)
        .startsWith("22 pictures: 22 skipped in 1.0 s", "skipped photos/1.jpg: truncated")
        .endsWith("skipped photos/10.jpg: truncated", "… and 12 more: imagedb status --skipped");
  }

  @Test
  void saysThatARunWasInterrupted() {
    printer.printText(
        new IndexReport(9, 1, 0, 0, 0, 0, List.of(), Duration.ofSeconds(2), Pictures.SPACE, true));
    assertThat(recorded.warned())
        .isEqualTo("interrupted; what is counted is stored: 1 added in 2.0 s (0.5 a second)\n");
  }

  @Test
  void tellsAProgramTheSameOnStandardOutput() {
    printer.printJson(
        new IndexReport(
            1218,
            1000,
            200,
            4,
            12,
            7,
            skipped(2),
            Duration.ofNanos(12_345_678_901L),
            Pictures.SPACE,
            false));
    assertThat(recorded.printed())
        .isEqualTo(
            """
            {
              "seen": 1218,
              "added": 1000,
              "updated": 200,
              "moved": 4,
              "unchanged": 12,
              "removed": 7,
              "skipped": 2,
              "seconds": 12.3457,
              "imagesPerSecond": 97.2,
              "model": "builtin",
              "dimension": 3
            }
            """);
    assertThat(recorded.warned()).isEmpty();
  }

  private static List<Skipped> skipped(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(at -> new Skipped(Pictures.path("/home/ann/photos/" + at + ".jpg"), "truncated"))
        .toList();
  }
}
