package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.PerceptualHash;
import org.junit.jupiter.api.Test;

class PerceptualHasherTest {
  @Test
  void isTheLumaOfThePixels() {
    byte[] orange = new byte[48 * 30 * 3];
    for (int i = 0; i < orange.length; i += 3) {
      orange[i] = (byte) 255;
      orange[i + 1] = (byte) 128;
    }
    assertThat(PerceptualHasher.hash(new RgbImage(48, 30, orange)).cells()).containsOnly(151);
  }

  @Test
  void hardlyDependsOnHowLargeThePictureWasDecoded() {
    PerceptualHash large = PerceptualHasher.hash(waves(512, 384));
    PerceptualHash small = PerceptualHasher.hash(waves(128, 96));
    for (int i = 0; i < large.cells().length; i++) {
      assertThat(large.cells()[i] & 0xff)
          .isBetween((small.cells()[i] & 0xff) - 2, (small.cells()[i] & 0xff) + 2);
    }
  }

  private static RgbImage waves(int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    for (int i = 0; i < width * height; i++) {
      double x = (i % width + 0.5) / width;
      int row = i / width;
      double y = (row + 0.5) / height;
      byte value = (byte) Math.round(128 + 100 * Math.sin(12 * x) * Math.cos(9 * y));
      rgb[3 * i] = value;
      rgb[3 * i + 1] = value;
      rgb[3 * i + 2] = value;
    }
    return new RgbImage(width, height, rgb);
  }
}
