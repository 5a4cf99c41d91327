package dev.imagedb.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  private final StringWriter shown = new StringWriter();
  private final LiveLine line = new LiveLine(new PrintWriter(shown));

  @Test
  void isDrawnOverWithoutEverWrapping() {
    line.draw("1 of 猫", 80);
    line.draw("2", 80);

    assertThat(taken())
        .isEqualTo("\r\u001b[?7l1 of 猫\u001b[K\u001b[?7h\r\u001b[?7l2\u001b[K\u001b[?7h");
  }

  @Test
  void isClearedOnce() {
    line.draw("1", 80);
    taken();
    line.clear();
    line.clear();

    assertThat(taken()).isEqualTo("\r\u001b[K");
  }

  @Test
  void isFetchedBackFromWhereANarrowerTerminalHasBrokenIt() {
    line.draw("x".repeat(70), 80);
    taken();
    line.draw("y", 30);

    assertThat(taken()).startsWith("\r\u001b[2A\u001b[J\u001b[?7ly");
  }

  @Test
  void staysWhereItIsWhenTheTerminalBecomesWider() {
    line.draw("x".repeat(70), 80);
    taken();
    line.draw("y", 200);

    assertThat(taken()).isEqualTo("\r\u001b[?7ly\u001b[K\u001b[?7h");
  }

  @Test
  void givesWayToWhatIsPrinted() {
    line.draw("1", 80);
    taken();
    print("a result\n");
    line.draw("2", 80);

    assertThat(taken()).isEqualTo("\r\u001b[Ka result\n\r\u001b[?7l2\u001b[K\u001b[?7h");
  }

  @Test
  void waitsForTheEndOfALine() {
    print("half a ");
    line.draw("1", 80);
    print("result\n");

    assertThat(taken()).isEqualTo("half a result\n");
  }

  @Test
  void isGoneForGoodAtTheEnd() {
    line.draw("1", 80);
    taken();
    line.end();
    line.draw("2", 80);

    assertThat(taken()).isEqualTo("\r\u001b[K");
  }

  @Test
  void lettersOfAllScriptsPassThroughTheStreamAboveIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream terminal = new PrintStream(bytes, false, UTF_8);
        AboveLiveLine above = new AboveLiveLine(terminal, line)) {
      line.draw("1", 80);
      above.write("猫\n".getBytes(UTF_8));
      above.write('x');
      line.draw("2", 80);
    }

    assertThat(bytes.toString(UTF_8)).isEqualTo("猫\nx");
    assertThat(taken()).isEqualTo("\r\u001b[?7l1\u001b[K\u001b[?7h\r\u001b[K");
  }

  private void print(String text) {
    try {
      line.giveWay(() -> shown.write(text), text.endsWith("\n"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String taken() {
    String text = shown.toString();
    shown.getBuffer().setLength(0);
    return text;
  }
}
