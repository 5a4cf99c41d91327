package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Processor;
import dev.imagedb.image.RgbImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models whose image tower is one of timm's networks, against OpenCLIP's own vectors.
final class TrunkTowerTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesTheReferencesVectorsInFloat32(DrawnModel model) {
    assertAgreement(model, EmbedderOptions.forQueries(Precision.FP32), 0.99999);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesTheReferencesVectorsPrepackedInFloat32(DrawnModel model) {
    assertAgreement(model, new EmbedderOptions(Precision.FP32, 1, true), 0.99999);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modelsThatWithstandRounding")
  void givesTheReferencesVectorsPrepackedInBfloat16(DrawnModel model) {
    assertAgreement(model, new EmbedderOptions(Precision.BF16, 1, true), 0.999);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modelsThatWithstandRounding")
  void givesTheReferencesVectorsInInt8(DrawnModel model) {
    assumeTrue(Processor.here().multipliesBytes(), "no 8-bit products in this processor");
    assertAgreement(model, new EmbedderOptions(Precision.INT8, 1, true), 0.99);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesTheReferencesVectorsOfTexts(DrawnModel model) {
    OpenClipConfig config = model.config();
    try (Safetensors weights = model.weights(folder);
        TextTower tower =
            TextTower.load(weights, config, EmbedderOptions.forQueries(Precision.FP32))) {
      model
          .texts()
          .forEach(
              (ids, expected) -> {
                float[] vector = tower.embed(TokenSequence.of(ids(ids), config.text(), 0));
                assertThat(Vectors.cosine(vector, expected)).as(ids).isGreaterThan(0.99999);
              });
    }
  }

  private void assertAgreement(DrawnModel model, EmbedderOptions options, double cosine) {
    OpenClipConfig config = model.config();
    Map<String, float[]> expected = model.images();
    List<RgbImage> squares =
        expected.keySet().stream()
            .map(picture -> config.preprocessing().fit(TinyModel.picture(picture)))
            .toList();
    try (Safetensors weights = model.weights(folder);
        ImageTower tower = ImageTower.load(weights, config, options)) {
      float[][] vectors = tower.embed(squares);
      int row = 0;
      for (Map.Entry<String, float[]> picture : expected.entrySet()) {
        float[] vector = vectors[row++];
        assertThat(Vectors.length(vector)).isCloseTo(1, within(1e-5));
        assertThat(Vectors.cosine(vector, picture.getValue()))
            .as(picture.getKey())
            .isGreaterThan(cosine);
      }
    }
  }

  private static long[] ids(String words) {
    return Arrays.stream(words.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  private static Stream<DrawnModel> models() {
    return DrawnModel.all();
  }

  private static Stream<DrawnModel> modelsThatWithstandRounding() {
    return models().filter(DrawnModel::withstandsRounding);
  }
}
