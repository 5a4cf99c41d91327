package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ResamplerTest {

  /// The last column is the CRC-32 of `Image.resize` of Pillow 13 on [Pictures#noise], whose seed
  /// is the width. Sizes where the vertical pass comes first are among them, and the last ones
  /// before.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1000, 750, 299, 224, BICUBIC, 4209734162
          1000, 750, 299, 224, BILINEAR, 3128499268
          500, 375, 299, 224, BICUBIC, 630510702
          500, 375, 299, 224, LANCZOS, 532696918
          375, 500, 224, 299, BICUBIC, 92448669
          375, 500, 224, 299, BOX, 482733316
          375, 500, 224, 299, NEAREST, 2608922561
          250, 238, 224, 224, BICUBIC, 1152925666
          3, 640, 224, 224, BICUBIC, 4159247634
          7, 5, 7, 9, BICUBIC, 926588837
          7, 5, 3, 5, BOX, 551397984
          1, 1, 5, 4, LANCZOS, 2087134498
          100, 200, 50, 100, BICUBIC, 3953785826
          100, 200, 50, 99, BICUBIC, 339376684
          61, 47, 244, 188, BICUBIC, 1873046483
          61, 47, 244, 188, BILINEAR, 1596015816
          61, 47, 244, 188, BOX, 3412943605
          61, 47, 244, 188, NEAREST, 3412943605
          61, 47, 244, 188, LANCZOS, 1776067637
          333, 77, 10, 76, NEAREST, 1882834327
          333, 77, 10, 76, BILINEAR, 2961010928
          """)
  void agreesWithPillowToTheLastBit(
      int fromWidth, int fromHeight, int width, int height, Interpolation filter, long crc32) {
    RgbImage source = Pictures.noise(fromWidth, fromHeight, fromWidth);

    RgbImage resized = Resampler.resize(source, width, height, filter);

    assertThat(resized.width()).isEqualTo(width);
    assertThat(resized.height()).isEqualTo(height);
    assertThat(Pictures.crc32(resized)).isEqualTo(crc32);
  }

  @ParameterizedTest
  @EnumSource
  void computesAWindowAsIfItHadResizedAllAndCropped(Interpolation filter) {
    RgbImage wide = Pictures.noise(90, 61, 5);
    RgbImage tall = Pictures.noise(33, 150, 6);
    for (Window window : new Window[] {new Window(7, 3, 20, 11), new Window(39, 29, 1, 1)}) {
      assertWindow(wide, filter, window);
      assertWindow(tall, filter, window);
    }
  }

  private static void assertWindow(RgbImage source, Interpolation filter, Window window) {
    RgbImage whole = Resampler.resize(source, 40, 30, filter);
    RgbImage part = Resampler.resize(source, 40, 30, filter, window);
    for (int y = 0; y < window.height(); y++) {
      for (int i = 0; i < window.width() * 3; i++) {
        int inWhole = ((y + window.top()) * 40 + window.left()) * 3 + i;
        assertThat(part.rgb()[y * window.width() * 3 + i]).isEqualTo(whole.rgb()[inWhole]);
      }
    }
  }

  @Test
  void leavesAPictureOfTheRightSizeAsItIs() {
    RgbImage source = Pictures.noise(9, 8, 1);

    assertThat(Resampler.resize(source, 9, 8, Interpolation.BICUBIC).rgb()).isEqualTo(source.rgb());
  }

  @Test
  void keepsPlainColoursPlain() {
    RgbImage white =
        new RgbImage(2, 2, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});

    assertThat(Resampler.resize(white, 5, 7, Interpolation.LANCZOS).rgb()).containsOnly((byte) 255);
  }

  @Test
  void refusesAWindowThatLeavesThePicture() {
    RgbImage source = Pictures.noise(9, 8, 1);
    Window outside = new Window(3, 0, 2, 4);

    assertThatThrownBy(() -> Resampler.resize(source, 4, 4, Interpolation.BOX, outside))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lies outside of 4 x 4");
  }
}
