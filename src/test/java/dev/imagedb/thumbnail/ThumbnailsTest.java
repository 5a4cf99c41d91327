package dev.imagedb.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.limit.DeadDrive;
import dev.imagedb.limit.TimeLimit;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
  @TempDir Path folder;

  private Thumbnails thumbnails;

  @BeforeEach
  void keepThemBesideThePictures() {
    thumbnails = new Thumbnails(folder.resolve("thumbnails"));
  }

  @Test
  void areThreeHundredAndTwentyPixelsLong() throws Exception {
    Thumbnail thumbnail = thumbnails.of(draw("a.png", 800, 600)).orElseThrow();
    assertThat(thumbnail.size()).isEqualTo(new Dimensions(320, 240));
    assertThat(pixels(thumbnail).dimensions()).isEqualTo(new Dimensions(320, 240));
  }

  @Test
  void areNeverLargerThanThePicture() throws Exception {
    assertThat(thumbnails.of(draw("a.png", 40, 60)).orElseThrow().size())
        .isEqualTo(new Dimensions(40, 60));
  }

  @Test
  void standUpright() throws Exception {
    Photo photo = photo(draw("a.jpg", 640, 480).file().path(), Orientation.TURN_RIGHT, null);
    Thumbnail thumbnail = thumbnails.of(photo).orElseThrow();
    assertThat(thumbnail.size()).isEqualTo(new Dimensions(240, 320));
    assertThat(isRed(pixels(thumbnail).colour(120, 20))).isTrue();
    assertThat(isRed(pixels(thumbnail).colour(120, 300))).isFalse();
  }

  @Test
  void areTakenFromTheCacheTheNextTime() throws Exception {
    Photo photo = draw("a.png", 400, 300);
    Thumbnail made = thumbnails.of(photo).orElseThrow();
    Thumbnail kept = new Thumbnails(folder.resolve("thumbnails")).of(photo).orElseThrow();
    assertThat(kept.jpeg()).isEqualTo(made.jpeg());
    assertThat(Files.readAllBytes(kept(photo))).isEqualTo(made.jpeg());
  }

  @Test
  void areMadeAgainWhereTheCacheWasDamaged() throws Exception {
    Photo photo = draw("a.png", 400, 300);
    Thumbnail made = thumbnails.of(photo).orElseThrow();
    Files.write(kept(photo), new byte[100]);
    assertThat(thumbnails.of(photo).orElseThrow().jpeg()).isEqualTo(made.jpeg());
  }

  @Test
  void areMadeAnewWhereTheyCannotBeKept() throws Exception {
    Thumbnails nowhere = new Thumbnails(Files.createFile(folder.resolve("file")));
    assertThat(nowhere.of(draw("a.png", 400, 300))).isPresent();
  }

  @Test
  void showAFileThatChangedAsItIsNowAndAreNotKept() throws Exception {
    Photo before = draw("a.png", 400, 300);
    draw("a.png", 300, 400);
    assertThat(thumbnails.of(before).orElseThrow().size()).isEqualTo(new Dimensions(240, 320));
    assertThat(kept(before)).doesNotExist();
  }

  @Test
  void areGivenUpWhereTheDriveDoesNotAnswer() throws Exception {
    ThumbnailCache cache = new ThumbnailCache(folder.resolve("thumbnails"), 1 << 20);
    Photo here = draw("a.png", 400, 300);
    Path file = DeadDrive.path(here.file().path());
    Photo photo = here.at(new FileFacts(file, here.file().size(), here.file().modified()));
    try (TimeLimit limit = new TimeLimit(Duration.ofMillis(1), 1, () -> false)) {
      assertThat(new Thumbnails(cache, limit).of(photo)).isEmpty();
    }
  }

  @Test
  void outliveTheirFiles() throws Exception {
    Photo photo = draw("a.png", 400, 300);
    Thumbnail made = thumbnails.of(photo).orElseThrow();
    Files.delete(photo.file().path());
    assertThat(thumbnails.of(photo).orElseThrow().jpeg()).isEqualTo(made.jpeg());
  }

  @Test
  void areNoneOfWhatIsGoneOrCannotBeRead() throws Exception {
    Photo gone = draw("gone.png", 40, 30);
    Files.delete(gone.file().path());
    Photo words = draw("words.png", 40, 30);
    Files.writeString(words.file().path(), "no picture any more");
    Photo unread = photo(draw("b.png", 40, 30).file().path(), Orientation.UPRIGHT, "truncated");
    assertThat(List.of(gone, words, unread))
        .extracting(thumbnails::of)
        .containsOnly(Optional.<Thumbnail>empty());
  }

  private Path kept(Photo photo) {
    String hash = photo.sha256();
    return folder.resolve("thumbnails").resolve(hash.substring(0, 2)).resolve(hash + ".jpg");
  }

  /// A picture that is red at its left and blue at its right.
  private Photo draw(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
    return photo(file, Orientation.UPRIGHT, null);
  }

  private static Photo photo(Path file, Orientation orientation, @Nullable String problem)
      throws IOException {
    Metadata none = Metadata.NONE;
    Metadata metadata =
        new Metadata(
            null,
            none.camera(),
            none.exposure(),
            null,
            none.description(),
            orientation,
            List.of(),
            List.of());
    return new Photo(
        new FileFacts(file.toAbsolutePath(), Files.size(file), Instant.EPOCH),
        ContentHash.of(Files.readAllBytes(file)),
        ImageFormat.promisedBy(file).orElseThrow(),
        null,
        metadata,
        null,
        List.of(),
        problem);
  }

  private static RgbImage pixels(Thumbnail thumbnail) throws Exception {
    return new ImageDecoder(1_000_000)
        .decode(thumbnail.jpeg(), ImageFormat.JPEG, Orientation.UPRIGHT, new Scale.Full())
        .pixels();
  }

  private static boolean isRed(int colour) {
    return colour >> 16 > 200 && (colour & 0xff) < 50;
  }
}
