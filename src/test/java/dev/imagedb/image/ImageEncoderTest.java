package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageEncoderTest {
  private static final int SOF0 = 0;

  private final ImageDecoder decoder = new ImageDecoder(1_000_000);

  @Test
  void writesBaselineJpegsOfThreeColours() {
    byte[] jpeg = ImageEncoder.jpeg(Pictures.noise(33, 17, 1));
    assertThat(JpegHeader.of(jpeg)).isEqualTo(Optional.of(new JpegHeader(SOF0, 8, 33, 17, 3)));
    assertThat(JpegHeader.hasEnd(jpeg)).isTrue();
  }

  @Test
  void writesNoMetadata() {
    String jpeg =
        new String(ImageEncoder.jpeg(Pictures.noise(16, 16, 1)), StandardCharsets.ISO_8859_1);
    assertThat(jpeg).startsWith("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0");
    assertThat(jpeg).doesNotContain("Exif", "\u00ff\u00fe");
  }

  @Test
  void keepsColoursWhereTheyAre() throws UnreadableImageException {
    byte[] jpeg = ImageEncoder.jpeg(halves(0xd02010, 0x1020d0));
    RgbImage seen =
        decoder.decode(jpeg, ImageFormat.JPEG, Orientation.UPRIGHT, new Scale.Full()).pixels();
    assertThat(seen.dimensions()).hasToString("Dimensions[width=64, height=32]");
    assertThat(isNear(seen.colour(8, 16), 0xd02010)).isTrue();
    assertThat(isNear(seen.colour(56, 16), 0x1020d0)).isTrue();
  }

  private static boolean isNear(int colour, int wanted) {
    return Math.abs((colour >> 16) - (wanted >> 16)) < 8
        && Math.abs((colour >> 8 & 0xff) - (wanted >> 8 & 0xff)) < 8
        && Math.abs((colour & 0xff) - (wanted & 0xff)) < 8;
  }

  private static RgbImage halves(int left, int right) {
    byte[] rgb = new byte[64 * 32 * 3];
    for (int pixel = 0; pixel < 64 * 32; pixel++) {
      int colour = pixel % 64 < 32 ? left : right;
      byte[] samples = {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
      System.arraycopy(samples, 0, rgb, pixel * 3, 3);
    }
    return new RgbImage(64, 32, rgb);
  }
}
