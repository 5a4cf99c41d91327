package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Skipped;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkippedPrinterTest {
  private static final List<Skipped> PICTURES =
      List.of(
          new Skipped(Pictures.path("/home/ann/a.jpg"), "truncated"),
          new Skipped(Pictures.path("/mnt/b\n.png"), "empty file"));

  private final RecordedConsole recorded = RecordedConsole.piped();
  private final SkippedPrinter printer = new SkippedPrinter(recorded.console());

  @Test
  void printsAPictureALine() {
    printer.printText(PICTURES);
    assertThat(recorded.printed()).isEqualTo("a.jpg: truncated\n/mnt/b\\n.png: empty file\n");
  }

  @Test
  void printsOneArray() {
    printer.printJson(PICTURES);
    assertThat(recorded.printed())
        .isEqualTo(
            """
            [
              {
                "path": "/home/ann/a.jpg",
                "reason": "truncated"
              },
              {
                "path": "/mnt/b\\n.png",
                "reason": "empty file"
              }
            ]
            """);
  }
}
