package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs where real pictures lie beside the project; skipped, saying so, elsewhere.
final class RealPicturesTest {
  private static final Path PHOTOS = Path.of("../shared/photos");

  private final ImageDecoder decoder = new ImageDecoder(200_000_000);

  @ParameterizedTest
  @ValueSource(strings = {"damaged", "orientation"})
  void readsOrRefusesEveryPictureSoon(String folder) throws IOException {
    assumeTrue(Files.isDirectory(PHOTOS), "no pictures in " + PHOTOS);
    for (Path file : files(PHOTOS.resolve(folder))) {
      Assertions.assertTimeout(Duration.ofSeconds(20), () -> decode(file), file::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pets", "orientation"})
  void readsAllOrdinaryPictures(String folder) throws IOException {
    assumeTrue(Files.isDirectory(PHOTOS), "no pictures in " + PHOTOS);
    for (Path file : files(PHOTOS.resolve(folder))) {
      assertThat(decode(file)).as(file.toString()).isTrue();
    }
  }

  private boolean decode(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_LENGTH));
    ImageFormat format = ImageFormat.of(head, "").orElse(ImageFormat.TGA);
    try {
      Scale scale = new Scale.ShorterSideAtLeast(448);
      return decoder.decode(bytes, format, Orientation.UPRIGHT, scale).pixels().width() > 0;
    } catch (UnreadableImageException refused) {
      assertThat(refused.getMessage()).as(file.toString()).doesNotContain("\n", "Exception");
      return false;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
