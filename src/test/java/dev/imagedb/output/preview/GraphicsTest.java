package dev.imagedb.output.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.image.RgbImage;
import dev.imagedb.photo.Dimensions;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/// What terminals are sent, to the letter.
class GraphicsTest {
  private static final Room ROOM = new Room(4, 2, new Dimensions(2, 4));

  @Test
  void halfBlocksAreTwoPixelsEach() {
    RgbImage image = Images.of(2, 0xff0000, 0xff0000, 0x00ff00, 0x0000ff);
    assertThat(new BlockGraphics(ColourDepth.TRUE).draw(image, ROOM).rows())
        .containsExactly(
            "\u001b[38;2;255;0;0;48;2;0;255;0m▀\u001b[38;2;255;0;0;48;2;0;0;255m▀\u001b[0m  ",
            "    ");
  }

  @Test
  void halfBlocksOfOneColourAreToldItOnce() {
    RgbImage image = Images.of(3, 0x010203, 0x010203, 0x010203, 0x040506, 0x040506, 0x040506);
    assertThat(new BlockGraphics(ColourDepth.TRUE).draw(image, ROOM).rows().getFirst())
        .isEqualTo("\u001b[38;2;1;2;3;48;2;4;5;6m▀▀▀\u001b[0m ");
  }

  @Test
  void belowAnOddHeightTheTerminalShowsItself() {
    RgbImage image = Images.of(1, 0xffffff, 0xffffff, 0xff0000);
    assertThat(new BlockGraphics(ColourDepth.ANSI).draw(image, ROOM).rows())
        .containsExactly("\u001b[97;107m▀\u001b[0m   ", "\u001b[91;49m▀\u001b[0m   ");
  }

  @Test
  void halfBlocksUseTheColoursThatNobodyRedefines() {
    RgbImage image = Images.of(1, 0xff0000, 0x080808);
    assertThat(new BlockGraphics(ColourDepth.INDEXED).draw(image, ROOM).rows().getFirst())
        .isEqualTo("\u001b[38;5;196;48;5;232m▀\u001b[0m   ");
  }

  @Test
  void sixelsAreColumnsOfSixPixelsAColourAfterTheOther() {
    assertThat(SixelGraphics.escape(Images.of(2, 0xff0000, 0x0000ff)))
        .isEqualTo("\u001bP0;1;0q\"1;1;2;1#0;2;0;0;100#1;2;100;0;0#0?@$#1@?$\u001b\\");
  }

  @Test
  void sixelsCountRunsAndGoOnBelow() {
    int[] white = new int[5 * 7];
    Arrays.fill(white, 0xffffff);
    assertThat(SixelGraphics.escape(Images.of(5, white)))
        .isEqualTo("\u001bP0;1;0q\"1;1;5;7#0;2;100;100;100#0!5~$-#0!5@$\u001b\\");
  }

  @Test
  void kittyIsSentDeflatedPixelsAndTheirCells() throws Exception {
    RgbImage image = Images.of(2, 0xff0000, 0x0000ff);
    var escape =
        Pattern.compile(
                "\u001b_Ga=T,f=24,o=z,q=2,C=1,s=2,v=1,c=1,r=1,m=0;([A-Za-z0-9+/=]+)\u001b\\\\")
            .matcher(KittyGraphics.escape(image, ROOM));
    assertThat(escape.matches()).isTrue();
    byte[] deflated = Base64.getDecoder().decode(escape.group(1));
    try (var inflated = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      assertThat(inflated.readAllBytes()).isEqualTo(image.rgb());
    }
  }

  @Test
  void kittyIsSentPiecesOfAsMuchAsItTakes() {
    int[] noise = new Random(1).ints(100 * 100, 0, 1 << 24).toArray();
    String escape =
        KittyGraphics.escape(Images.of(100, noise), new Room(10, 5, new Dimensions(10, 20)));
    assertThat(escape.split("\u001b\\\\"))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            piece ->
                assertThat(piece.substring(piece.indexOf(';') + 1)).hasSizeLessThanOrEqualTo(4096));
    assertThat(escape).startsWith("\u001b_Ga=T").contains("m=1;", "\u001b_Gq=2,m=0;");
  }
}
