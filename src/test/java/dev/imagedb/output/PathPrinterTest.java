package dev.imagedb.output;

import static dev.imagedb.output.Pictures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathPrinterTest {
  private static final String TWO_LINES = "/home/ann/a\nb.png";

  @Test
  void writesAnAbsolutePathALine() {
    RecordedConsole pipe = RecordedConsole.piped();
    print(pipe, OutputFormat.PATHS, "/home/ann/a b.png", "/mnt/猫.png");
    assertThat(pipe.printed()).isEqualTo("/home/ann/a b.png\n/mnt/猫.png\n");
    assertThat(pipe.warned()).isEmpty();
  }

  @Test
  void warnsOnceThatANameWithALineBreakIsNoLine() {
    RecordedConsole pipe = RecordedConsole.piped();
    print(pipe, OutputFormat.PATHS, TWO_LINES, TWO_LINES);
    assertThat(pipe.printed()).isEqualTo("/home/ann/a\nb.png\n/home/ann/a\nb.png\n");
    assertThat(pipe.warned())
        .isEqualTo(
            "imagedb: a name holds a line break, so lines are not paths; use --print0:"
                + " /home/ann/a\\nb.png\n");
  }

  @Test
  void escapesControlCharactersOnATerminal() {
    RecordedConsole terminal = RecordedConsole.terminal(10);
    print(terminal, OutputFormat.PATHS, TWO_LINES);
    print(terminal, OutputFormat.PATHS0, "/\u001b[2J");
    assertThat(terminal.printed()).isEqualTo("/home/ann/a\\nb.png\n/\\x1b[2J\0");
    assertThat(terminal.warned()).isEmpty();
  }

  @Test
  void endsEveryPathWithANulWhereAsked() {
    RecordedConsole pipe = RecordedConsole.piped();
    print(pipe, OutputFormat.PATHS0, TWO_LINES, "/b.png");
    assertThat(pipe.printed()).isEqualTo("/home/ann/a\nb.png\0/b.png\0");
    assertThat(pipe.warned()).isEmpty();
  }

  @Test
  void stopsWhereNobodyReadsAnyMore() {
    Writer closedPipe =
        new Writer() {
          @Override
          public void write(char[] characters, int offset, int length) throws IOException {
            throw new IOException("broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Console console =
        new Console(
            new PrintWriter(closedPipe),
            new PrintWriter(Writer.nullWriter()),
            Screen.NONE,
            RecordedConsole.WORKING_DIRECTORY);
    AtomicInteger made = new AtomicInteger();
    Stream<Entry> endless =
        Stream.generate(() -> new Entry.Listed(plain("/" + made.incrementAndGet() + ".png")));
    EntryPrinter.printAll(endless, OutputFormat.PATHS, console);
    assertThat(made).hasValueLessThan(10);
  }

  private static void print(RecordedConsole recorded, OutputFormat format, String... paths) {
    Stream<Entry> entries = Stream.of(paths).map(path -> new Entry.Listed(plain(path)));
    EntryPrinter.printAll(entries, format, recorded.console());
  }
}
