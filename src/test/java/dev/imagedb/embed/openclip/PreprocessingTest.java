package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.openclip.Preprocessing.ResizeMode;
import dev.imagedb.image.Interpolation;
import dev.imagedb.image.RgbImage;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PreprocessingTest {

  /// The last column is the CRC-32 of what OpenCLIP 3.3.0's `image_transform_v2` makes (Pillow 12,
  /// mean 0 and deviation 1, times 255) of noise whose seed is its width. It cannot fit 1 x 500
  /// into a square whole: its width would be rounded to nothing.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, 1, 224, SHORTEST, BICUBIC, 0, 1126751669
          1, 500, 224, SHORTEST, BICUBIC, 0, 1778269284
          333, 500, 224, SHORTEST, BICUBIC, 0, 3596447980
          224, 224, 224, SHORTEST, BICUBIC, 0, 550275378
          500, 333, 224, SHORTEST, BICUBIC, 0, 3135801628
          225, 224, 224, SHORTEST, BICUBIC, 0, 2357053998
          227, 641, 224, SHORTEST, BICUBIC, 0, 2359413112
          1000, 3, 224, SHORTEST, BICUBIC, 0, 1872738082
          63, 64, 224, SHORTEST, BICUBIC, 0, 114710700
          63, 64, 63, SHORTEST, BICUBIC, 0, 4276225664
          1, 1, 224, LONGEST, BICUBIC, 100, 1126751669
          333, 500, 224, LONGEST, BICUBIC, 100, 1498536474
          224, 224, 224, LONGEST, BICUBIC, 100, 550275378
          500, 333, 224, LONGEST, BICUBIC, 100, 1031398493
          225, 224, 224, LONGEST, BICUBIC, 100, 3427911576
          227, 641, 224, LONGEST, BICUBIC, 100, 2902027497
          1000, 3, 224, LONGEST, BICUBIC, 100, 1959680834
          63, 64, 224, LONGEST, BICUBIC, 100, 791482250
          63, 64, 63, LONGEST, BICUBIC, 100, 2726787783
          1, 1, 224, SQUASH, BILINEAR, 0, 1126751669
          1, 500, 224, SQUASH, BILINEAR, 0, 2363909409
          333, 500, 224, SQUASH, BILINEAR, 0, 2148083879
          224, 224, 224, SQUASH, BILINEAR, 0, 550275378
          500, 333, 224, SQUASH, BILINEAR, 0, 205252084
          225, 224, 224, SQUASH, BILINEAR, 0, 3386598524
          227, 641, 224, SQUASH, BILINEAR, 0, 1026177500
          1000, 3, 224, SQUASH, BILINEAR, 0, 2300984086
          63, 64, 224, SQUASH, BILINEAR, 0, 812780721
          63, 64, 63, SQUASH, BILINEAR, 0, 757353715
          """)
  void agreesWithTheReferenceToTheLastBit(
      int width, int height, int size, ResizeMode mode, Interpolation filter, int fill, long crc) {
    RgbImage square = preprocessing(size, mode, filter, fill).fit(noise(width, height));

    assertThat(square.width()).isEqualTo(size);
    assertThat(square.height()).isEqualTo(size);
    assertThat(crc32(square)).isEqualTo(crc);
  }

  @Test
  void keepsAColumnOfAPictureThatIsFarTooTallToFit() {
    RgbImage line = new RgbImage(1, 5000, new byte[15000]);

    RgbImage square = preprocessing(3, ResizeMode.LONGEST, Interpolation.BICUBIC, 9).fit(line);

    assertThat(square.rgb())
        .containsExactly(
            9, 9, 9, 0, 0, 0, 9, 9, 9, //
            9, 9, 9, 0, 0, 0, 9, 9, 9, //
            9, 9, 9, 0, 0, 0, 9, 9, 9);
  }

  @Test
  void padsWholePicturesWithWhite() {
    RgbImage wide = new RgbImage(4, 2, new byte[24]);

    RgbImage square =
        preprocessing(4, ResizeMode.SHORTEST, Interpolation.BICUBIC, 0).padded().fit(wide);

    byte[] whiteBlackBlackWhite = new byte[48];
    for (int i = 0; i < 12; i++) {
      whiteBlackBlackWhite[i] = -1;
      whiteBlackBlackWhite[36 + i] = -1;
    }
    assertThat(square.rgb()).isEqualTo(whiteBlackBlackWhite);
  }

  @Test
  void describesAllThatVectorsDependOn() {
    assertThat(preprocessing(224, ResizeMode.LONGEST, Interpolation.BILINEAR, 7).describe())
        .isEqualTo("longest 224 bilinear, filled with 7, mean openai, deviation openai");
  }

  private static Preprocessing preprocessing(
      int size, ResizeMode mode, Interpolation filter, int fill) {
    return new Preprocessing(
        size, mode, filter, fill, Preprocessing.OPENAI_MEAN, Preprocessing.OPENAI_DEVIATION);
  }

  /// The same in NumPy, with unsigned 32-bit `i` counting samples: `x = i * 2654435761 + width *
  /// 40503; x ^= x >> 15; x *= 2246822519; x ^= x >> 13; x & 255`.
  private static RgbImage noise(int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    for (int i = 0; i < rgb.length; i++) {
      int x = (int) (i * 2654435761L + width * 40503L);
      x ^= x >>> 15;
      x *= (int) 2246822519L;
      x ^= x >>> 13;
      rgb[i] = (byte) x;
    }
    return new RgbImage(width, height, rgb);
  }

  private static long crc32(RgbImage image) {
    CRC32 crc = new CRC32();
    crc.update(image.rgb());
    return crc.getValue();
  }
}
