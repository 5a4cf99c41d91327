package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Processor;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.image.RgbImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The image towers against OpenCLIP's own vectors.
final class ImageTowerTest {

  @ParameterizedTest(name = "{0}, prepacked {1}")
  @MethodSource("modelsPlainAndPrepacked")
  void givesTheReferencesVectorsInFloat32(TinyModel model, boolean prepacked) {
    assertAgreement(model, new EmbedderOptions(Precision.FP32, 1, prepacked), 0.99999);
  }

  @ParameterizedTest(name = "{0}, prepacked {1}")
  @MethodSource("modelsPlainAndPrepacked")
  void givesTheReferencesVectorsInBfloat16(TinyModel model, boolean prepacked) {
    assertAgreement(model, new EmbedderOptions(Precision.BF16, 1, prepacked), 0.999);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesTheReferencesVectorsInInt8(TinyModel model) {
    assumeTrue(Processor.here().multipliesBytes(), "no 8-bit products in this processor");
    assertAgreement(model, new EmbedderOptions(Precision.INT8, 1, true), 0.999);
  }

  @ParameterizedTest(name = "{0}, prepacked {1}")
  @MethodSource("modelsPlainAndPrepacked")
  void givesAPictureTheSameVectorAloneAndInABatch(TinyModel model, boolean prepacked) {
    assertSameAloneAndInABatch(model, new EmbedderOptions(Precision.FP32, 1, prepacked), 1e-5f);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesAPictureTheSameVectorAloneAndInABatchInInt8(TinyModel model) {
    assumeTrue(Processor.here().multipliesBytes(), "no 8-bit products in this processor");
    assertSameAloneAndInABatch(model, new EmbedderOptions(Precision.INT8, 1, true), 1e-3f);
  }

  private static void assertSameAloneAndInABatch(
      TinyModel model, EmbedderOptions options, float tolerance) {
    OpenClipConfig config = model.config();
    List<RgbImage> squares = Agreement.squares(config, model.images());
    try (Safetensors weights = model.weights();
        ImageTower tower = ImageTower.load(weights, config, options)) {
      float[][] batch = tower.embed(squares);
      for (int i = 0; i < squares.size(); i++) {
        assertThat(tower.embed(List.of(squares.get(i)))[0])
            .containsExactly(batch[i], within(tolerance));
      }
    }
  }

  @Test
  void refusesAPictureOfAnotherSize() {
    TinyModel model = new TinyModel("clipa");
    RgbImage small = TinyModel.picture("35x36:1");
    try (Safetensors weights = model.weights();
        ImageTower tower =
            ImageTower.load(weights, model.config(), EmbedderOptions.forQueries(Precision.FP32))) {
      assertThatThrownBy(() -> tower.embed(List.of(small)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a prepared picture is 35 x 36, but the model takes 36 x 36");
    }
  }

  private static void assertAgreement(TinyModel model, EmbedderOptions options, double cosine) {
    OpenClipConfig config = model.config();
    try (Safetensors weights = model.weights();
        ImageTower tower = ImageTower.load(weights, config, options)) {
      Agreement.ofPictures(tower, config, model.images(), cosine);
    }
  }

  private static Stream<TinyModel> models() {
    return TinyModel.all();
  }

  private static Stream<Arguments> modelsPlainAndPrepacked() {
    return models()
        .flatMap(model -> Stream.of(Arguments.of(model, false), Arguments.of(model, true)));
  }
}
