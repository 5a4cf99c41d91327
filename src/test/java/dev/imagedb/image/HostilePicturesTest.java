package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What a few bytes may cost: memory is counted, as the thread that decodes allocates it.
@Timeout(60)
final class HostilePicturesTest {
  private static final int MOST_PIXELS = 2_000_000;

  /// What a plugin's classes and tables take.
  private static final long ALLOWANCE = 32L << 20;

  /// Sixteen bits of four channels, then eight of three, twice, and as much for what is dropped.
  private static final long MOST_BYTES_A_PIXEL = 32;

  /// A file, and a word for it where a test fails.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hostile(String name, ImageFormat format, byte[] file) {
    @Override
    public String toString() {
      return format + " of " + name;
    }
  }

  static final List<Hostile> CLAIMS =
      List.of(
          claim("1 x 2^31 - 1", ImageFormat.PNG, HostileFiles.png(1, Integer.MAX_VALUE, 10)),
          claim("60,000 x 60,000", ImageFormat.PNG, HostileFiles.png(60_000, 60_000, 10)),
          claim("65,535 x 65,535", ImageFormat.GIF, HostileFiles.gif(65_535, 65_535, 1)),
          claim("1 x 2^31", ImageFormat.TIFF, HostileFiles.tiff(1, Integer.MIN_VALUE, 1)),
          claim("1 x 2^31 - 1", ImageFormat.TIFF, HostileFiles.tiff(1, Integer.MAX_VALUE, 1)),
          claim("50,000 samples", ImageFormat.TIFF, HostileFiles.tiff(1_000, 1_000, 50_000)),
          claim(
              "a huge tile",
              ImageFormat.TIFF,
              HostileFiles.tiff(10, 10, 1, 322, 40_000, 323, 40_000, 324, 8, 325, 100)),
          claim("16,384 x 16,384", ImageFormat.WEBP, HostileFiles.webp(16_384, 16_384)),
          claim("300,000 x 300,000", ImageFormat.PSD, HostileFiles.psd(300_000, 300_000)),
          claim("1 x 2^31 - 1", ImageFormat.BMP, HostileFiles.bmp(1, Integer.MAX_VALUE)),
          claim("1 x -2^31", ImageFormat.BMP, HostileFiles.bmp(1, Integer.MIN_VALUE)),
          claim(
              "a huge PNG",
              ImageFormat.ICO,
              HostileFiles.icon(HostileFiles.png(60_000, 60_000, 10))),
          claim("65,535 x 65,535", ImageFormat.TGA, HostileFiles.targa(65_535, 65_535)),
          claim("1 x 2^31", ImageFormat.PNM, HostileFiles.pnm(1, 1L << 31)),
          claim("1 x 2^31 - 1", ImageFormat.PNM, HostileFiles.pnm(1, Integer.MAX_VALUE)),
          claim("65,535 x 65,535", ImageFormat.JPEG, HostileFiles.jpeg(65_535, 65_535, 1)),
          claim("200,000 scans", ImageFormat.JPEG, HostileFiles.jpeg(1_000, 1_000, 200_000)));

  private final ImageDecoder decoder = new ImageDecoder(MOST_PIXELS);

  static Hostile claim(String name, ImageFormat format, byte[] file) {
    return new Hostile(name, format, file);
  }

  @ParameterizedTest
  @FieldSource("CLAIMS")
  void claimsCostNothing(Hostile claim) {
    long before = allocated();

    assertThatThrownBy(() -> decode(claim.file(), claim.format()))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageNotContaining("-Xmx");

    assertThat(allocated() - before).isLessThan(ALLOWANCE);
  }

  @Test
  void aBombCostsWhatItsPixelsDo() throws Exception {
    byte[] bomb = HostileFiles.png(2_000, 1_000, 1_000 * (2_000 * 3 + 1));
    long before = allocated();

    RgbImage pixels = decode(bomb, ImageFormat.PNG).pixels();

    assertThat(bomb).hasSizeLessThan(7_000);
    assertThat(pixels.width() * pixels.height()).isEqualTo(MOST_PIXELS);
    assertThat(allocated() - before).isLessThan(MOST_PIXELS * MOST_BYTES_A_PIXEL + ALLOWANCE);
  }

  @Test
  void aBombPastItsLastPixelIsNotInflated() throws Exception {
    byte[] bomb = HostileFiles.png(10, 10, 200_000_000);
    long before = allocated();

    decode(bomb, ImageFormat.PNG);

    assertThat(allocated() - before).isLessThan(ALLOWANCE);
  }

  @Test
  void ofAHundredThousandFramesOneIsRead() throws Exception {
    byte[] film = HostileFiles.gif(1, 1, 100_000);
    long before = allocated();

    assertThat(decode(film, ImageFormat.GIF).dimensions().pixels()).isOne();

    assertThat(allocated() - before).isLessThan(ALLOWANCE);
  }

  @Test
  void rubbishForAColourProfileCostsNothingAndChangesNoPixel() throws Exception {
    byte[] picture = ImageEncoder.jpeg(new RgbImage(8, 8, new byte[8 * 8 * 3]));
    byte[] profile = new byte[60_000];
    new Random(1).nextBytes(profile);
    profile[0] = 0x7f; // its length: 2 GB
    byte[] file = HostileFiles.withSegment(picture, 0xe2, "ICC_PROFILE\0\1\1", profile);
    byte[] expected = decode(picture, ImageFormat.JPEG).pixels().rgb();
    long before = allocated();

    assertThat(decode(file, ImageFormat.JPEG).pixels().rgb()).isEqualTo(expected);

    assertThat(allocated() - before).isLessThan(ALLOWANCE);
  }

  @Test
  void aLineOfPixelsIsNoLongerThanAnyFormatsPrograms() {
    byte[] line = HostileFiles.png(1_999_999, 1, 1_999_999 * 3 + 1);

    assertThatThrownBy(() -> decode(line, ImageFormat.PNG))
        .hasMessage("1999999 x 1 pixels: no side may have more than 300000");
  }

  @Test
  void theLongestLineOfPixelsIsHashedAndResized() throws Exception {
    byte[] line = HostileFiles.png(300_000, 1, 300_000 * 3 + 1);
    RgbImage pixels = decode(line, ImageFormat.PNG).pixels();
    long before = allocated();

    PerceptualHasher.hash(pixels);
    Resampler.resize(pixels, 224, 224, Interpolation.BICUBIC);

    assertThat(allocated() - before).isLessThan(ALLOWANCE);
  }

  @Test
  void countsScansOnlyWhereThereAreSeveral() {
    assertThat(scans(Pictures.stored("ordinary.jpg"))).isOne();
    assertThat(scans(Pictures.stored("progressive.jpg"))).isEqualTo(10);
    assertThat(scans(HostileFiles.jpeg(8, 8, 101))).isEqualTo(101);
  }

  @Test
  void picturesOfManyScansAreRefusedByTheirNumber() {
    assertThatThrownBy(() -> decode(HostileFiles.jpeg(8, 8, 101), ImageFormat.JPEG))
        .hasMessage("damaged JPEG: it has 101 scans, more than 100");
  }

  private static int scans(byte[] jpeg) {
    return JpegHeader.of(jpeg).orElseThrow().scans(jpeg);
  }

  private DecodedImage decode(byte[] file, ImageFormat format) throws UnreadableImageException {
    return decoder.decode(file, format, Orientation.UPRIGHT, new Scale.Full());
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
