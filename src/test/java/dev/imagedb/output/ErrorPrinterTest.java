package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.fault.UserException;
import org.junit.jupiter.api.Test;

class ErrorPrinterTest {
  private final RecordedConsole recorded = RecordedConsole.piped();

  @Test
  void saysWhatFailedAndWhatToTypeNext() {
    print(UserException.failed("no folder: /a\u001b", "imagedb index ~/photos"));
    assertThat(recorded.warned())
        .isEqualTo("imagedb: no folder: /a\\x1b\n  try: imagedb index ~/photos\n");
    assertThat(recorded.printed()).isEmpty();
  }

  @Test
  void leavesOutTheNextStepWhereThereIsNone() {
    print(UserException.usage("--limit is negative: -1", null));
    assertThat(recorded.warned()).isEqualTo("imagedb: --limit is negative: -1\n");
  }

  @Test
  void showsThePlaceOfAMistake() {
    print(
        UserException.usageAt(
            "a range needs a TO, at column 10",
            "iso:[800\u001b AND\n         ^",
            "iso:[800 TO *]"));
    assertThat(recorded.warned())
        .isEqualTo(
            """
            imagedb: a range needs a TO, at column 10
              iso:[800\\x1b AND
                       ^
              try: iso:[800 TO *]
            """);
  }

  @Test
  void letsNoStrangersNameBeginALine() {
    print(UserException.failed("no folder: /a\nimagedb: all is well", "/b\nc"));
    assertThat(recorded.warned())
        .isEqualTo("imagedb: no folder: /a\\nimagedb: all is well\n  try: /b\\nc\n");
  }

  private void print(UserException failure) {
    new ErrorPrinter(recorded.console()).print(failure);
  }
}
