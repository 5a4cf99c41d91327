package dev.imagedb.output.gallery;

import static dev.imagedb.output.Pictures.broken;
import static dev.imagedb.output.Pictures.found;
import static dev.imagedb.output.Pictures.tabby;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.image.ImageEncoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.output.Entry;
import dev.imagedb.output.RecordedConsole;
import dev.imagedb.output.gallery.ContactSheet.Background;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.thumbnail.Thumbnail;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  @Test
  void hasFivePicturesInARow() throws IOException {
    assertThat(sheet(Background.WHITE, cats(5)).getWidth()).isEqualTo(1708);
    assertThat(sheet(Background.WHITE, cats(12)).getWidth()).isEqualTo(1708);
    assertThat(sheet(Background.WHITE, cats(12)).getHeight())
        .isGreaterThan(sheet(Background.WHITE, cats(10)).getHeight());
  }

  @Test
  void isNarrowerWhereThereAreFewButHasRoomForItsTitle() throws IOException {
    assertThat(sheet(Background.WHITE, cats(1)).getWidth()).isEqualTo(1052);
    assertThat(sheet(Background.WHITE, List.of()).getWidth()).isEqualTo(1052);
  }

  @Test
  void isDrawnOnWhiteOrBlack() throws IOException {
    assertThat(colour(sheet(Background.WHITE, cats(1)), 0, 0)).isEqualTo(0xffffff);
    assertThat(colour(sheet(Background.BLACK, cats(1)), 0, 0)).isZero();
  }

  @Test
  void showsThePictureAndBelowItItsName() throws IOException {
    BufferedImage sheet = sheet(Background.WHITE, cats(1));
    assertThat(count(sheet, 0xff0000)).isBetween(5500L, 6500L);
    int captionTop = 48 + 84 + 60;
    assertThat(count(sheet.getSubimage(48, captionTop, 300, 52), 0x1a1a1a)).isGreaterThan(50);
  }

  @Test
  void showsThatThereIsNoPictureToShow() throws IOException {
    Exhibit exhibit = new Exhibit(new Entry.Listed(broken("/home/ann/b.jpg")), Optional.empty());
    BufferedImage sheet = sheet(Background.WHITE, List.of(exhibit));
    assertThat(count(sheet, 0xe4e4e4)).isGreaterThan(800);
  }

  private static List<Exhibit> cats(int count) {
    byte[] rgb = new byte[100 * 60 * 3];
    IntStream.range(0, 100 * 60).forEach(pixel -> rgb[pixel * 3] = (byte) 0xff);
    Thumbnail red =
        new Thumbnail(ImageEncoder.jpeg(new RgbImage(100, 60, rgb)), new Dimensions(100, 60));
    return IntStream.rangeClosed(1, count)
        .mapToObj(rank -> new Exhibit(found(rank, 0.5, tabby()), Optional.of(red)))
        .toList();
  }

  private static BufferedImage sheet(Background background, List<Exhibit> exhibits)
      throws IOException {
    LocalDate made = LocalDate.parse("2026-01-02");
    ContactSheet sheet =
        new ContactSheet("a cat", made, background, RecordedConsole.piped().console());
    return ImageIO.read(new ByteArrayInputStream(sheet.png(exhibits)));
  }

  private static int colour(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  /// Pixels of about this colour.
  private static long count(BufferedImage image, int colour) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> isNear(pixel, colour)).count();
  }

  private static boolean isNear(int pixel, int colour) {
    return IntStream.of(0, 8, 16)
        .allMatch(shift -> Math.abs((pixel >> shift & 0xff) - (colour >> shift & 0xff)) < 4);
  }
}
