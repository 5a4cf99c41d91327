package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JpegDecodingTest {
  private static final Scale FULL = new Scale.Full();

  private final ImageDecoder decoder = new ImageDecoder(200_000_000);

  /// The CRC-32 of what Pillow 13 makes of the same file.
  @ParameterizedTest
  @CsvSource({
    "ordinary.jpg,    4124643202",
    "progressive.jpg, 4124643202",
    "grey.jpg,        1632645768"
  })
  void agreesWithPillowToTheLastBitAtFullSize(String name, long crc32) throws Exception {
    DecodedImage decoded = decode(Pictures.stored(name), FULL);

    assertThat(decoded.dimensions()).isEqualTo(new Dimensions(64, 48));
    assertThat(Pictures.crc32(decoded.pixels())).isEqualTo(crc32);
  }

  @ParameterizedTest
  @CsvSource({
    "48, 64, 48",
    "25, 64, 48",
    "24, 32, 24",
    "13, 32, 24",
    "12, 16, 12",
    "6, 8, 6",
    "1, 8, 6"
  })
  void shrinksAsFarAsTheShorterSideAllows(int atLeast, int width, int height) throws Exception {
    DecodedImage decoded =
        decode(Pictures.stored("ordinary.jpg"), new Scale.ShorterSideAtLeast(atLeast));

    assertThat(decoded.pixels().dimensions()).isEqualTo(new Dimensions(width, height));
    assertThat(decoded.dimensions()).isEqualTo(new Dimensions(64, 48));
  }

  @Test
  void turnsShrunkPicturesAndReportsTheirFullSize() throws Exception {
    byte[] file = Pictures.stored("grey.jpg");

    DecodedImage decoded =
        decoder.decode(
            file, ImageFormat.JPEG, Orientation.TURN_RIGHT, new Scale.ShorterSideAtLeast(24));

    assertThat(decoded.pixels().dimensions()).isEqualTo(new Dimensions(24, 32));
    assertThat(decoded.dimensions()).isEqualTo(new Dimensions(48, 64));
  }

  /// At (20, 10) lie 80, 50 and 200 of cyan, magenta and yellow.
  @Test
  void readsFourColours() throws Exception {
    RgbImage pixels = decode(Pictures.stored("cmyk.jpg"), FULL).pixels();

    int pixel = (10 * 64 + 20) * 3;
    assertThat(Byte.toUnsignedInt(pixels.rgb()[pixel])).isBetween(160, 190);
    assertThat(Byte.toUnsignedInt(pixels.rgb()[pixel + 1])).isBetween(190, 220);
    assertThat(Byte.toUnsignedInt(pixels.rgb()[pixel + 2])).isBetween(40, 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordinary.jpg", "progressive.jpg", "grey.jpg"})
  void refusesAFileWhoseTailIsGone(String name) {
    byte[] file = Pictures.stored(name);
    for (int length : new int[] {3, 30, file.length / 2, file.length - 100}) {
      assertThatThrownBy(() -> decode(Arrays.copyOf(file, length), FULL))
          .as("%d of %d bytes", length, file.length)
          .isInstanceOf(UnreadableImageException.class)
          .hasMessage("truncated: the file ends before the picture does");
    }
  }

  @Test
  void readsAFileThatMerelyLacksItsEndMarker() throws Exception {
    byte[] file = Pictures.stored("ordinary.jpg");

    DecodedImage decoded = decode(Arrays.copyOf(file, file.length - 2), FULL);

    assertThat(Pictures.crc32(decoded.pixels())).isEqualTo(4124643202L);
  }

  @Test
  void ignoresWhatFollowsTheEnd() throws Exception {
    byte[] file = Pictures.stored("ordinary.jpg");

    DecodedImage decoded = decode(Arrays.copyOf(file, file.length + 1000), FULL);

    assertThat(Pictures.crc32(decoded.pixels())).isEqualTo(4124643202L);
  }

  @Test
  void refusesATooLargePictureByItsHeaderAlone() {
    byte[] file = Pictures.stored("ordinary.jpg");
    int frame = frameHeader(file);
    Arrays.fill(file, frame + 5, frame + 9, (byte) 0xff);

    assertThatThrownBy(() -> decode(file, FULL))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage("4295 megapixels, more than the limit of 200 (--max-megapixels)");
  }

  private static int frameHeader(byte[] file) {
    int at = 0;
    while (file[at] != (byte) 0xff || file[at + 1] != (byte) 0xc0) {
      at++;
    }
    return at;
  }

  @Test
  void knowsAFrameByItsHeader() {
    assertThat(JpegHeader.of(Pictures.stored("ordinary.jpg")))
        .contains(new JpegHeader(0, 8, 64, 48, 3));
    assertThat(JpegHeader.of(Pictures.stored("progressive.jpg")))
        .contains(new JpegHeader(2, 8, 64, 48, 3));
    assertThat(JpegHeader.of(Pictures.stored("cmyk.jpg")))
        .contains(new JpegHeader(0, 8, 64, 48, 4));
  }

  @Test
  void leavesUncommonFramesToThePlugins() {
    assertThat(new JpegHeader(0, 8, 64, 48, 3).isOrdinary()).isTrue();
    assertThat(new JpegHeader(0, 8, 64, 48, 4).isOrdinary()).isFalse();
    assertThat(new JpegHeader(1, 12, 64, 48, 3).isOrdinary()).isFalse();
    assertThat(new JpegHeader(3, 8, 64, 48, 3).isOrdinary()).isFalse();
    assertThat(new JpegHeader(0, 8, 64, 0, 3).isOrdinary()).isFalse();
  }

  private DecodedImage decode(byte[] file, Scale scale) throws UnreadableImageException {
    return decoder.decode(file, ImageFormat.JPEG, Orientation.UPRIGHT, scale);
  }
}
