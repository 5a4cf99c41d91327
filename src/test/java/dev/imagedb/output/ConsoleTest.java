package dev.imagedb.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  void asksTheTerminalForItsWidthAgainAfterASecond() {
    AtomicInteger asked = new AtomicInteger();
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    TerminalWidth width =
        new TerminalWidth(Map.of(), () -> OptionalInt.of(50 * asked.incrementAndGet()), now::get);
    assertThat(asked).hasValue(0);
    assertThat(width.getAsInt() + width.getAsInt()).isEqualTo(100);

    now.set(Instant.EPOCH.plusSeconds(1));
    assertThat(width.getAsInt()).isEqualTo(100);
    assertThat(asked).hasValue(2);
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

  @ParameterizedTest
  @CsvSource({
    "TERM=xterm, AUTO",
    "TERM=dumb, NEVER",
    "'', NEVER",
    "TERM=xterm NO_COLOR=1, NEVER",
    "TERM=xterm NO_COLOR=, AUTO",
    "TERM=xterm CLICOLOR=0, NEVER",
    "TERM=xterm CLICOLOR=1, AUTO",
    "TERM=dumb CLICOLOR_FORCE=1, ALWAYS",
    "TERM=xterm CLICOLOR_FORCE=0, AUTO",
    "TERM=xterm CLICOLOR_FORCE=1 NO_COLOR=1, NEVER"
  })
  void coloursAsTheEnvironmentAsks(String environment, ColourChoice choice) {
    Map<String, String> variables =
        Stream.of(environment.split(" ", -1))
            .filter(pair -> pair.contains("="))
            .map(pair -> pair.split("=", -1))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(ColourChoice.of(variables)).isEqualTo(choice);
  }

  @Test
  void looksAsTheUserWantsItToWhateverTheEnvironmentAsks() {
    Console plain = RecordedConsole.terminal(80).console();
    assertThat(plain.with(ColourChoice.ALWAYS, ProgressStyle.AUTO).screen().colour()).isTrue();
    assertThat(plain.with(ColourChoice.AUTO, ProgressStyle.AUTO).screen().colour()).isFalse();
    assertThat(plain.screen().progress()).isEqualTo(ProgressStyle.BAR);
    assertThat(plain.with(ColourChoice.AUTO, ProgressStyle.PLAIN).screen().progress())
        .isEqualTo(ProgressStyle.PLAIN);
    Screen piped = new Screen(false, false, () -> 80, false).with(ColourChoice.ALWAYS);
    assertThat(piped.colour()).isTrue();
    assertThat(piped.progress()).isEqualTo(ProgressStyle.PLAIN);
  }

  @Test
  void showsPathsUnderTheWorkingDirectoryRelativeToIt() {
    Console console = RecordedConsole.piped().console();
    assertThat(console.shown(Pictures.path("/home/ann/a/b.png"))).isEqualTo("a/b.png");
    assertThat(console.shown(Pictures.path("/home/anna/b.png"))).isEqualTo("/home/anna/b.png");
    assertThat(console.shown(Pictures.path("/home/ann"))).isEqualTo("/home/ann");
  }

  private static int width(String columns, OptionalInt device) {
    return new TerminalWidth(Map.of("COLUMNS", columns), () -> device, Instant::now).getAsInt();
  }
}
