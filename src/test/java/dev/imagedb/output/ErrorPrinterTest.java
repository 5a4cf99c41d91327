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

  private void print(UserException failure) {
    new ErrorPrinter(recorded.console()).print(failure);
  }
}
