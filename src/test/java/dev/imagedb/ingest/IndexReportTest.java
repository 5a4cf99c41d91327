package dev.imagedb.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.photo.Skipped;
import dev.imagedb.photo.VectorSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexReportTest {
  private static final Skipped SKIPPED = new Skipped(Path.of("/a.jpg"), "truncated");

  @Test
  void countsOnlyPicturesThatWereReadInItsSpeed() {
    IndexReport report = report(List.of(), Duration.ofSeconds(2), false);
    assertThat(report.imagesPerSecond()).isEqualTo(2.5);
    assertThat(report(List.of(), Duration.ZERO, false).imagesPerSecond()).isZero();
  }

  @Test
  void knowsHowTheRunEnds() {
    Duration second = Duration.ofSeconds(1);
    assertThat(report(List.of(), second, false).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(report(List.of(SKIPPED), second, false).exitCode())
        .isEqualTo(ExitCode.DONE_WITH_SKIPPED);
    assertThat(report(List.of(SKIPPED), second, true).exitCode()).isEqualTo(ExitCode.INTERRUPTED);
  }

  private static IndexReport report(List<Skipped> skipped, Duration elapsed, boolean interrupted) {
    VectorSpace space = new VectorSpace("builtin", "ab12", 3, "squash 224 bicubic");
    return new IndexReport(20, 4, 1, 2, 10, 3, skipped, elapsed, space, interrupted);
  }
}
