package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.image.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Holds towers to vectors of the reference.
final class Agreement {
  private Agreement() {}

  /// Holds a tower to vectors of pictures, each named `WIDTHxHEIGHT:SEED`.
  static void ofPictures(
      ImageTower tower, OpenClipConfig config, Map<String, float[]> expected, double cosine) {
    float[][] vectors = tower.embed(squares(config, expected));
    int row = 0;
    for (Map.Entry<String, float[]> picture : expected.entrySet()) {
      float[] vector = vectors[row++];
      assertThat(Vectors.length(vector)).isCloseTo(1, within(1e-5));
      assertThat(Vectors.cosine(vector, picture.getValue()))
          .as(picture.getKey())
          .isGreaterThan(cosine);
    }
  }

  /// The pictures of these names as the model sees them.
  static List<RgbImage> squares(OpenClipConfig config, Map<String, float[]> pictures) {
    return pictures.keySet().stream()
        .map(picture -> config.preprocessing().fit(TinyModel.picture(picture)))
        .toList();
  }

  /// Holds a tower to vectors of texts, each written as its ids.
  static void ofTexts(TextTower tower, TextConfig config, Map<String, float[]> expected) {
    expected.forEach(
        (ids, vector) -> {
          float[] seen = tower.embed(config.seen(Vectors.context(config, ids(ids))));
          assertThat(Vectors.length(seen)).isCloseTo(1, within(1e-5));
          assertThat(Vectors.cosine(seen, vector)).as(ids).isGreaterThan(0.99999);
        });
  }

  private static long[] ids(String words) {
    return Arrays.stream(words.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }
}
