package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ImageDecoderTest {
  private static final Scale FULL = new Scale.Full();

  private final ImageDecoder decoder = new ImageDecoder(200_000_000);

  @ParameterizedTest
  @CsvSource({"png, PNG", "bmp, BMP", "tiff, TIFF", "pnm, PNM"})
  void givesEveryPixelOfALosslessFileBack(String writer, ImageFormat format) throws Exception {
    RgbImage picture = Pictures.noise(13, 7, 3);

    DecodedImage decoded = decode(Pictures.file(Pictures.buffered(picture), writer), format);

    assertThat(decoded.dimensions()).isEqualTo(new Dimensions(13, 7));
    assertThat(decoded.pixels().rgb()).isEqualTo(picture.rgb());
  }

  @Test
  void readsTarga() throws Exception {
    RgbImage picture = Pictures.noise(6, 5, 3);
    ByteBuffer file = ByteBuffer.allocate(18 + 6 * 5 * 3).order(ByteOrder.LITTLE_ENDIAN);
    file.put(2, (byte) 2); // true colour
    file.putShort(12, (short) 6).putShort(14, (short) 5);
    file.put(16, (byte) 24).put(17, (byte) 0x20); // bits a pixel, top row first
    for (int i = 0; i < picture.rgb().length; i++) {
      file.put(18 + i, picture.rgb()[i / 3 * 3 + 2 - i % 3]); // blue, green, red
    }

    assertThat(decode(file.array(), ImageFormat.TGA).pixels().rgb()).isEqualTo(picture.rgb());
  }

  @Test
  void keepsTheValuesOfGreys() throws Exception {
    BufferedImage gradient = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int value = 0; value < 256; value++) {
      gradient.getRaster().setSample(value, 0, 0, value);
    }

    byte[] rgb = decode(Pictures.file(gradient, "png"), ImageFormat.PNG).pixels().rgb();

    for (int i = 0; i < rgb.length; i++) {
      assertThat(rgb[i]).isEqualTo((byte) (i / 3));
    }
  }

  @Test
  void keepsTheUpperByteOfSixteenBits() throws Exception {
    BufferedImage deep = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 3, 1, new int[] {0x00ff, 0x12ff, 0xff00});

    assertThat(decode(Pictures.file(deep, "png"), ImageFormat.PNG).pixels().rgb())
        .containsExactly(0, 0, 0, 0x12, 0x12, 0x12, 0xff, 0xff, 0xff);
  }

  @Test
  void looksPalettesUp() throws Exception {
    byte[] reds = {10, 20};
    byte[] greens = {30, 40};
    byte[] blues = {50, 60};
    IndexColorModel palette = new IndexColorModel(1, 2, reds, greens, blues);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {1, 0});

    byte[] expected = {20, 40, 60, 10, 30, 50};
    assertThat(decode(Pictures.file(image, "png"), ImageFormat.PNG).pixels().rgb())
        .isEqualTo(expected);
    assertThat(decode(Pictures.file(image, "gif"), ImageFormat.GIF).pixels().rgb())
        .isEqualTo(expected);
  }

  @Test
  void readsBilevelPictures() throws Exception {
    byte[] file = "P1\n3 1\n1 0 1\n".getBytes(StandardCharsets.US_ASCII);

    assertThat(decode(file, ImageFormat.PNM).pixels().rgb())
        .containsExactly(0, 0, 0, 255, 255, 255, 0, 0, 0);
  }

  @Test
  void showsWhiteBehindWhatIsTransparent() throws Exception {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_4BYTE_ABGR);
    image.setRGB(0, 0, 0x000a141e);
    image.setRGB(1, 0, 0xff0a141e);
    image.setRGB(2, 0, 0x80000000);

    assertThat(decode(Pictures.file(image, "png"), ImageFormat.PNG).pixels().rgb())
        .containsExactly(255, 255, 255, 10, 20, 30, 127, 127, 127);
  }

  @ParameterizedTest
  @CsvSource({
    "UPRIGHT,              ABCDEF, 3",
    "FLIPPED_HORIZONTALLY, CBAFED, 3",
    "UPSIDE_DOWN,          FEDCBA, 3",
    "FLIPPED_VERTICALLY,   DEFABC, 3",
    "TRANSPOSED,           ADBECF, 2",
    "TURN_RIGHT,           DAEBFC, 2",
    "TRANSVERSED,          FCEBDA, 2",
    "TURN_LEFT,            CFBEAD, 2"
  })
  void turnsPicturesUpright(Orientation orientation, String expected, int width) throws Exception {
    byte[] file =
        join(
            "P5 3 2 255\n".getBytes(StandardCharsets.US_ASCII),
            "ABCDEF".getBytes(StandardCharsets.US_ASCII));

    DecodedImage decoded = decoder.decode(file, ImageFormat.PNM, orientation, FULL);

    assertThat(decoded.dimensions()).isEqualTo(new Dimensions(width, 6 / width));
    assertThat(decoded.pixels().dimensions()).isEqualTo(decoded.dimensions());
    assertThat(firstChannel(decoded.pixels())).isEqualTo(expected);
  }

  private static String firstChannel(RgbImage image) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < image.rgb().length; i += 3) {
      letters.append((char) image.rgb()[i]);
    }
    return letters.toString();
  }

  @Test
  void takesTheLargestPictureOfAnIcon() throws Exception {
    byte[] small = Pictures.file(Pictures.buffered(Pictures.noise(16, 16, 1)), "png");
    RgbImage picture = Pictures.noise(32, 32, 2);
    byte[] large = Pictures.file(Pictures.buffered(picture), "png");
    ByteBuffer directory = ByteBuffer.allocate(6 + 2 * 16).order(ByteOrder.LITTLE_ENDIAN);
    directory.putShort((short) 0).putShort((short) 1).putShort((short) 2);
    icon(directory, 16, small.length, directory.capacity());
    icon(directory, 32, large.length, directory.capacity() + small.length);

    DecodedImage decoded = decode(join(directory.array(), small, large), ImageFormat.ICO);

    assertThat(decoded.pixels().rgb()).isEqualTo(picture.rgb());
  }

  private static void icon(ByteBuffer directory, int side, int length, int offset) {
    directory.put((byte) side).put((byte) side).put((byte) 0).put((byte) 0);
    directory.putShort((short) 1).putShort((short) 24).putInt(length).putInt(offset);
  }

  @Test
  void readsWebp() throws Exception {
    RgbImage pixels = decode(Pictures.stored("lossy.webp"), ImageFormat.WEBP).pixels();

    assertThat(pixels.dimensions()).isEqualTo(new Dimensions(64, 48));
    assertThat(Byte.toUnsignedInt(pixels.rgb()[(10 * 64 + 20) * 3 + 2])).isBetween(180, 212);
  }

  @Test
  void refusesATooLargePictureByItsHeaderAlone() {
    byte[] file = pngHeader(60_000, 60_000);

    assertThat(file).hasSizeLessThan(100);
    assertThatThrownBy(() -> decode(file, ImageFormat.PNG))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage("3600 megapixels, more than the limit of 200 (--max-megapixels)");
  }

  /// Signature, header chunk (8 bits, RGB), the beginning of a data chunk.
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer file = ByteBuffer.allocate(8 + 25 + 12);
    file.putLong(0x89504e470d0a1a0aL).putInt(13);
    file.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    file.put((byte) 8).put((byte) 2).put(new byte[3]);
    CRC32 crc = new CRC32();
    crc.update(file.array(), 12, 17);
    file.putInt((int) crc.getValue()).putInt(0);
    file.put("IDAT".getBytes(StandardCharsets.US_ASCII)).putInt(0x35af061e);
    return file.array();
  }

  @ParameterizedTest
  @EnumSource(names = {"HEIC", "AVIF", "JXL", "RAW"})
  void saysWhichFormatsItCannotDecode(ImageFormat format) {
    assertThatThrownBy(() -> decode(new byte[64], format))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage(format + " pictures cannot be decoded by this build; their metadata is kept");
  }

  @ParameterizedTest
  @EnumSource
  void refusesRubbishInOneLine(ImageFormat format) {
    for (byte[] rubbish : new byte[][] {{}, {1}, Pictures.noise(40, 40, 4).rgb()}) {
      assertThatThrownBy(() -> decode(rubbish, format))
          .isInstanceOf(UnreadableImageException.class)
          .message()
          .isNotBlank()
          .doesNotContain("\n", "Exception", "null");
    }
  }

  @ParameterizedTest
  @CsvSource({"png, PNG", "bmp, BMP", "tiff, TIFF", "gif, GIF"})
  void refusesAFileWhoseTailIsGone(String writer, ImageFormat format) {
    byte[] file = Pictures.file(Pictures.buffered(Pictures.noise(64, 64, 8)), writer);
    byte[] half = Arrays.copyOf(file, file.length / 2);

    assertThatThrownBy(() -> decode(half, format)).isInstanceOf(UnreadableImageException.class);
  }

  private DecodedImage decode(byte[] file, ImageFormat format) throws UnreadableImageException {
    return decoder.decode(file, format, Orientation.UPRIGHT, FULL);
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer joined = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
