package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorPrinterTest {
  private static final float[] VECTOR = {0.1f, -1.0E-7f, 0.70710677f};

  private final RecordedConsole recorded = RecordedConsole.piped();
  private final VectorPrinter printer = new VectorPrinter(recorded.console());

  @Test
  void printsNumbersOnOneLine() {
    printer.printText(VECTOR);
    assertThat(recorded.printed()).isEqualTo("0.1 -1.0E-7 0.70710677\n");
  }

  @Test
  void printsTheModelWithTheVector() {
    printer.printJson(Pictures.SPACE, VECTOR);
    assertThat(recorded.printed())
        .isEqualTo("{\"model\":\"builtin\",\"dimension\":3,\"vector\":[0.1,-1.0E-7,0.70710677]}\n");
  }
}
