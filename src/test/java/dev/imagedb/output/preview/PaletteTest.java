package dev.imagedb.output.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.image.RgbImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void findsTheColourThatLooksNearest() {
    assertThat(Palette.ANSI.nearest(250, 5, 5)).isEqualTo(9);
    assertThat(Palette.ANSI.nearest(120, 130, 125)).isEqualTo(8);
    assertThat(Palette.XTERM.colour(Palette.XTERM.nearest(95, 135, 175))).isEqualTo(0x5f87af);
  }

  @Test
  void holdsTheCubeAndTheGreysOfXterm() {
    assertThat(Palette.XTERM.size()).isEqualTo(240);
    assertThat(Palette.XTERM.colour(196 - 16)).isEqualTo(0xff0000);
    assertThat(Palette.XTERM.colour(255 - 16)).isEqualTo(0xeeeeee);
  }

  @Test
  void dithersWhatItLacks() {
    int[] grey = new int[32 * 32];
    Arrays.fill(grey, 0x808080);
    IndexedPixels pixels = IndexedPixels.of(Images.of(32, grey), new Palette(0x000000, 0xffffff));
    long white = IntStream.range(0, grey.length).filter(i -> pixels.indices()[i] == 1).count();
    assertThat(white).isBetween(490L, 540L);
  }

  @Test
  void isMadeOfAPicturesOwnColoursWhereTheyAreFew() {
    RgbImage image = Images.of(3, 0x123456, 0x123456, 0xfedcba, 0x123456, 0x654321, 0x123456);
    Palette palette = MedianCut.palette(image, 256);
    assertThat(IntStream.range(0, palette.size()).map(palette::colour))
        .containsExactly(0x123456, 0x654321, 0xfedcba);
  }

  @Test
  void hasNoMoreColoursThanItMay() {
    int[] all = IntStream.range(0, 64 * 64).map(i -> i * 4096).toArray();
    assertThat(MedianCut.palette(Images.of(64, all), 16).size()).isEqualTo(16);
  }
}
