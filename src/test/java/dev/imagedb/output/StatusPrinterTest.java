package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.StoreStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusPrinterTest {
  private final RecordedConsole recorded = RecordedConsole.piped();
  private final StatusPrinter printer = new StatusPrinter(recorded.console());

  @Test
  void tellsAPersonWhatADatabaseHolds() {
    printer.printText(status(1234, 5, 12, Pictures.SPACE));
    assertThat(recorded.printed())
        .isEqualTo(
            """
            database       /home/ann/.imagedb
            pictures       1,234
            skipped        5 (why: imagedb status --skipped)
            stale          12 (of an earlier model; imagedb index makes them anew)
            model          builtin
            dimension      3
            preprocessing  shortest 224 bicubic crop
            precision      bf16, fp32
            on disk        3.5 MB
            folders        /home/ann/photos
                           /mnt
            """);
  }

  @Test
  void leavesOutTheModelOfAnEmptyDatabase() {
    printer.printText(status(0, 0, 0, null));
    assertThat(recorded.printed())
        .isEqualTo(
            """
            database  /home/ann/.imagedb
            pictures  0
            skipped   0
            on disk   3.5 MB
            folders   /home/ann/photos
                      /mnt
            """);
  }

  @Test
  void tellsAProgramTheSame() {
    printer.printJson(status(1234, 5, 12, Pictures.SPACE));
    assertThat(recorded.printed())
        .isEqualTo(
            """
            {
              "location": "/home/ann/.imagedb",
              "schema": 1,
              "pictures": 1234,
              "skipped": 5,
              "stale": 12,
              "bytes": 3456789,
              "model": "builtin",
              "fingerprint": "ab12",
              "dimension": 3,
              "preprocessing": "shortest 224 bicubic crop",
              "precisions": [
                "bf16",
                "fp32"
              ],
              "roots": [
                "/home/ann/photos",
                "/mnt"
              ]
            }
            """);
  }

  private static StoreStatus status(
      long pictures, long skipped, long stale, @Nullable VectorSpace space) {
    return new StoreStatus(
        Pictures.path("/home/ann/.imagedb"),
        space,
        1,
        pictures,
        skipped,
        stale,
        3_456_789,
        space == null ? List.of() : List.of("bf16", "fp32"),
        List.of(Pictures.path("/home/ann/photos"), Pictures.path("/mnt")));
  }
}
