package dev.imagedb.output;

import static dev.imagedb.output.Pictures.broken;
import static dev.imagedb.output.Pictures.found;
import static dev.imagedb.output.Pictures.plain;
import static dev.imagedb.output.Pictures.tabby;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TablePrinterTest {
  @Test
  void alignsWhatASearchFound() {
    assertThat(
            table(
                RecordedConsole.piped(),
                found(1, 0.31249, tabby()),
                found(10, 0.2, plain("/mnt/dog.png"))))
        .isEqualTo(
            """
             #   score  path                   size  taken             camera
             1  0.3125  photos/tabby.jpg  4000x3000  2019-07-01 12:00  Canon EOS 5D
            10  0.2000  /mnt/dog.png        640x480
            """);
  }

  @Test
  void leavesOutColumnsThatHoldNothing() {
    assertThat(
            table(
                RecordedConsole.piped(),
                new Entry.Listed(plain("/home/ann/a.png")),
                new Entry.Listed(broken("/home/ann/b.jpg"))))
        .isEqualTo(
            """
            path         size
            a.png     640x480
            b.jpg  unreadable
            """);
  }

  @Test
  void countsWideCharactersAsTwoColumns() {
    assertThat(
            table(
                RecordedConsole.terminal(80),
                found(1, 0.5, plain("/home/ann/猫の写真.png")),
                found(2, 0.4, plain("/home/ann/🐈 cat.png")),
                found(3, 0.3, plain("/home/ann/cafe\u0301.png"))))
        .isEqualTo(
            """
            #   score  path             size
            1  0.5000  猫の写真.png  640x480
            2  0.4000  🐈 cat.png    640x480
            3  0.3000  café.png      640x480
            """
                .replace("é", "e\u0301"));
  }

  @Test
  void shortensPathsInTheMiddleToFitTheTerminal() {
    Entry entry = found(1, 0.5, plain("/home/ann/photographs/of/long/ago/cat.png"));
    assertThat(table(RecordedConsole.terminal(46), entry))
        .isEqualTo(
            """
            #   score  path                           size
            1  0.5000  photogra…/long/ago/cat.png  640x480
            """);
  }

  @Test
  void givesUpColumnsBeforeThePathCannotBeRead() {
    Entry entry = found(1, 0.5, tabby());
    assertThat(table(RecordedConsole.terminal(46), entry))
        .isEqualTo(
            """
            #   score  path                   size
            1  0.5000  photos/tabby.jpg  4000x3000
            """);
    assertThat(table(RecordedConsole.terminal(28), entry))
        .isEqualTo(
            """
            #   score  path
            1  0.5000  photos/tabby.jpg
            """);
  }

  @Test
  void showsControlCharactersInsteadOfObeyingThem() {
    Entry entry = new Entry.Listed(plain("/home/ann/a\u001b[2Jb\nc\u202e.png"));
    assertThat(table(RecordedConsole.piped(), entry))
        .isEqualTo(
            """
            path                       size
            a\\x1b[2Jb\\nc\\u202e.png  640x480
            """);
  }

  @Test
  void printsNothingWhereNothingWasFound() {
    assertThat(table(RecordedConsole.piped())).isEmpty();
  }

  @Test
  void drawsTheHeaderFaintlyWhereColoursAreWelcome() {
    RecordedConsole console = RecordedConsole.on(new Screen(true, true, () -> 80, true));
    assertThat(table(console, new Entry.Listed(plain("/home/ann/a.png"))))
        .isEqualTo("\u001b[2mpath      size\u001b[0m\na.png  640x480\n");
  }

  @Test
  void keepsTheFirstRowsLayoutForThoseThatComeLater() {
    Entry[] entries =
        IntStream.rangeClosed(1, TablePrinter.ROWS_THAT_DECIDE + 1)
            .mapToObj(number -> new Entry.Listed(plain("/home/ann/%04d.png".formatted(number))))
            .toArray(Entry[]::new);
    assertThat(table(RecordedConsole.piped(), entries).lines())
        .hasSize(entries.length + 1)
        .startsWith("path         size", "0001.png  640x480")
        .endsWith("1001.png  640x480");
  }

  private static String table(RecordedConsole recorded, Entry... entries) {
    EntryPrinter.printAll(Stream.of(entries), OutputFormat.TABLE, recorded.console());
    return recorded.printed();
  }
}
