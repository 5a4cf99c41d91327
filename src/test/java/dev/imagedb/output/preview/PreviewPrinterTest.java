package dev.imagedb.output.preview;

import static dev.imagedb.output.Pictures.broken;
import static dev.imagedb.output.Pictures.found;
import static dev.imagedb.output.Pictures.path;
import static dev.imagedb.output.Pictures.plain;
import static dev.imagedb.output.Pictures.tabby;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.output.Entry;
import dev.imagedb.output.RecordedConsole;
import dev.imagedb.thumbnail.Thumbnails;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviewPrinterTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm", "COLORTERM", "24bit");

  @BeforeAll
  static void drawPictures() throws IOException {
    draw("/home/ann/photos/tabby.jpg", 30, 20);
    draw("/home/ann/猫の写真.png", 10, 20);
    draw("/home/ann/cafe\u0301.png", 300, 20);
  }

  @Test
  void standsBesideTheFactsOnATerminalOfEightyColumns() {
    assertThat(blocks(80, found(1, 0.31249, tabby())))
        .isEqualTo(
            """
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀  1  photos/tabby.jpg
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     score    0.3125
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     taken    2019-07-01 12:00
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     camera   Canon EOS 5D
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     size     4000x3000
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀

            """);
  }

  @Test
  void isSmallerOnANarrowTerminal() {
    assertThat(blocks(60, found(1, 0.31249, tabby())))
        .isEqualTo(
            """
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀  1  photos/tabby.jpg
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     score    0.3125
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     taken    2019-07-01 12:00
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     camera   Canon EOS 5D
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     size     4000x3000
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀

            """);
  }

  @Test
  void isLargerOnAWideOneButNotAsWide() {
    assertThat(blocks(200, found(1, 0.31249, tabby())).lines())
        .hasSize(11)
        .startsWith(
            "▀".repeat(30) + "  1  photos/tabby.jpg", "▀".repeat(30) + "     score    0.3125")
        .endsWith("▀".repeat(30), "");
  }

  @Test
  void keepsTheFactsInLineWhateverTheShapeOfThePicture() {
    assertThat(
            blocks(
                60,
                found(9, 0.5, plain("/home/ann/猫の写真.png")),
                found(10, 0.4, plain("/home/ann/cafe\u0301.png"))))
        .isEqualTo(
            """
            ▀▀▀▀▀▀              9  猫の写真.png
            ▀▀▀▀▀▀                 score    0.5000
            ▀▀▀▀▀▀                 size     640x480
            ▀▀▀▀▀▀
            ▀▀▀▀▀▀
            ▀▀▀▀▀▀

            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀  10  cafe\u0301.png
                                    score    0.4000
                                    size     640x480




            """);
  }

  @Test
  void shortensNamesThatAreTooWide() {
    Entry entry = new Entry.Listed(plain("/home/ann/photographs/of/long/ago/a cat on a sofa.png"));
    assertThat(blocks(50, entry).lines().findFirst())
        .contains(" ".repeat(15) + "  photograph…go/a cat on a sofa.png");
  }

  @Test
  void leavesRoomWhereThereIsNoPicture() {
    assertThat(blocks(40, new Entry.Listed(broken("/home/ann/b.jpg"))))
        .isEqualTo(
            """
                          b.jpg
                          size     unreadable



            """);
  }

  @Test
  void reservesItsRowsBeforeItPaintsOverThem() {
    String printed =
        printed(PreviewMode.ITERM, RecordedConsole.terminal(40), found(1, 0.5, tabby()));
    assertThat(printed.replaceAll("size=\\d+|:[A-Za-z0-9+/=]+\u0007", ""))
        .isEqualTo(
            """
                          1  photos/tabby.jpg
                             score    0.5000
                             taken    2019-07-01 12…
                             camera   Canon EOS 5D
                             size     4000x3000
            \u001b7\u001b[5A\u001b]1337;File=inline=1;;width=12;height=4;preserveAspectRatio=1\u001b8
            """);
  }

  @Test
  void drawsInAPipeOnlyWhatIsMadeOfCharacters() {
    assertThat(blocksIn(RecordedConsole.piped(), found(1, 0.5, tabby()))).startsWith("▀▀▀");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> printed(PreviewMode.AUTO, RecordedConsole.piped()))
        .withMessage("--preview draws on a terminal, and standard output is none");
  }

  @Test
  void drawsOnNoTerminalThatCannot() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () ->
                new PreviewPrinter(
                    PreviewMode.AUTO,
                    RecordedConsole.terminal(80).console(),
                    Map.of("TERM", "dumb"),
                    new Thumbnails(path("/cache"))))
        .withMessage(
            "--preview needs a terminal that can draw, and TERM says that this one cannot");
  }

  /// What remains without colours.
  private static String blocks(int width, Entry... entries) {
    return blocksIn(RecordedConsole.terminal(width), entries);
  }

  private static String blocksIn(RecordedConsole console, Entry... entries) {
    return printed(PreviewMode.BLOCKS, console, entries).replaceAll("\u001b\\[[\\d;]*m", "");
  }

  private static String printed(PreviewMode mode, RecordedConsole console, Entry... entries) {
    Thumbnails thumbnails = new Thumbnails(path("/cache"));
    TerminalReply reply = new TerminalReply(false, false, "", Optional.empty());
    new PreviewPrinter(mode, console.console(), XTERM, thumbnails, () -> reply)
        .printAll(Stream.of(entries));
    return console.printed();
  }

  private static void draw(String name, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    Path file = path(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }
}
