package dev.imagedb.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
  @Test
  void writesUtf8ToWhatIsNoTerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream latin = new PrintStream(bytes, true, ISO_8859_1)) {
      Console console = Console.of(latin, latin, Map.of(), Path.of("."));
      assumeFalse(console.screen().showsOut(), "standard output of this test is a terminal");
      console.out().print("猫");
      console.flush();
      assertThat(bytes.toString(UTF_8)).isEqualTo("猫");
    }
  }

  @Test
  void believesTheEnvironmentAboutTheWidth() {
    assertThat(width("97", OptionalInt.of(120))).isEqualTo(97);
    assertThat(width("", OptionalInt.of(120))).isEqualTo(120);
    assertThat(width("wide", OptionalInt.of(120))).isEqualTo(120);
    assertThat(width("0", OptionalInt.empty())).isEqualTo(80);
  }

  @Test
  void asksTheTerminalForItsWidthOnlyOnce() {
    AtomicInteger asked = new AtomicInteger();
    TerminalWidth width =
        new TerminalWidth(
            Map.of(),
            () -> {
              asked.incrementAndGet();
              return OptionalInt.of(50);
            });
    assertThat(asked).hasValue(0);
    assertThat(width.getAsInt() + width.getAsInt()).isEqualTo(100);
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/pts/3, true",
    "/dev/tty1, true",
    "/dev/console, true",
    "pipe:[123], false",
    "/dev/null, false",
    "/tmp/out, false"
  })
  void knowsTerminalsByTheirNames(String device, boolean terminal) {
    assertThat(TerminalDevice.isTerminalName(device)).isEqualTo(terminal);
  }

  @Test
  void usesNoColoursWhereTheyAreNotWanted() {
    assertThat(TerminalDevice.screen(Map.of("TERM", "xterm")).colour()).isTrue();
    assertThat(TerminalDevice.screen(Map.of("TERM", "xterm", "NO_COLOR", "1")).colour()).isFalse();
    assertThat(TerminalDevice.screen(Map.of("TERM", "dumb")).colour()).isFalse();
    assertThat(TerminalDevice.screen(Map.of()).colour()).isFalse();
  }

  @Test
  void showsPathsUnderTheWorkingDirectoryRelativeToIt() {
    Console console = RecordedConsole.piped().console();
    assertThat(console.shown(Pictures.path("/home/ann/a/b.png"))).isEqualTo("a/b.png");
    assertThat(console.shown(Pictures.path("/home/anna/b.png"))).isEqualTo("/home/anna/b.png");
    assertThat(console.shown(Pictures.path("/home/ann"))).isEqualTo("/home/ann");
  }

  private static int width(String columns, OptionalInt device) {
    return new TerminalWidth(Map.of("COLUMNS", columns), () -> device).getAsInt();
  }
}
