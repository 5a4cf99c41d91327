package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.fault.UserException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The text towers against OpenCLIP's own vectors.
final class TextTowerTest {

  @ParameterizedTest(name = "{0}, prepacked {1}")
  @MethodSource("modelsPlainAndPrepacked")
  void givesTheReferencesVectors(TinyModel model, boolean prepacked) {
    OpenClipConfig config = model.config();
    EmbedderOptions options = new EmbedderOptions(Precision.FP32, 1, prepacked);
    try (Safetensors weights = model.weights();
        TextTower tower = TextTower.load(weights, config, options)) {
      Agreement.ofTexts(tower, config.text(), model.texts());
    }
  }

  @Test
  void refusesAnUnprojectedTowerOfAnotherWidthThanThatOfPictures() {
    TinyModel model = new TinyModel("resized");
    OpenClipConfig config = model.config();
    OpenClipConfig narrow =
        new OpenClipConfig(8, config.vision(), config.text(), config.preprocessing());
    EmbedderOptions options = EmbedderOptions.forQueries(Precision.FP32);
    try (Safetensors weights = model.weights()) {
      assertThatThrownBy(() -> TextTower.load(weights, narrow, options).close())
          .isInstanceOf(UserException.class)
          .hasMessage("the text tower is 16 wide and has no projection to embed_dim 8");
    }
  }

  private static Stream<Arguments> modelsPlainAndPrepacked() {
    return TinyModel.all()
        .flatMap(model -> Stream.of(Arguments.of(model, false), Arguments.of(model, true)));
  }
}
