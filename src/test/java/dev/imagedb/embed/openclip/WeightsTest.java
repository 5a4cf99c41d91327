package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.fault.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeightsTest {

  @Test
  void namesBothShapesWhereATensorHasAnotherThanTheConfigWants() {
    try (Safetensors file = new TinyModel("clipa").weights()) {
      Weights weights = new Weights(file);

      assertThatThrownBy(() -> weights.want("visual.proj", 16, 13))
          .isInstanceOf(UserException.class)
          .hasMessage(
              file.file()
                  + ": tensor visual.proj has the shape [16, 12], but the config wants [16, 13]");
    }
  }

  @Test
  void namesATensorThatIsMissing() {
    try (Safetensors file = new TinyModel("clipa").weights()) {
      Weights weights = new Weights(file);

      assertThatThrownBy(() -> weights.wantNorm("visual.ln_pre", 16))
          .isInstanceOf(UserException.class)
          .hasMessage(file.file() + " lacks the tensor visual.ln_pre.weight [16]");
    }
  }

  /// `init_logit_scale` of OpenCLIP's model.py: the logarithm of 1 / 0.07.
  @ParameterizedTest
  @CsvSource({"clipa, 2.6592600", "layer-scale, 2.6601562", "custom-text, 2.65625"})
  void readsANumberInEveryPrecision(String model, float number) {
    try (Safetensors file = new TinyModel(model).weights()) {
      assertThat(new Weights(file).number("logit_scale")).contains(number);
    }
  }

  @Test
  void knowsNumbersFromTensorsAndFromNothing() {
    try (Safetensors file = new TinyModel("clipa").weights()) {
      Weights weights = new Weights(file);

      assertThat(weights.number("logit_bias")).isEmpty();
      assertThatThrownBy(() -> weights.number("visual.proj"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("visual.proj has the shape [16, 12], but the config wants []");
    }
  }

  @Test
  void refusesTheWeightsOfAnotherModel() {
    OpenClipConfig another = new TinyModel("layer-scale").config();
    EmbedderOptions options = EmbedderOptions.forQueries(Precision.FP32);
    try (Safetensors file = new TinyModel("clipa").weights()) {
      assertThatThrownBy(() -> ImageTower.load(file, another, options))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("visual.conv1.weight has the shape [16, 3, 8, 8]")
          .hasMessageContaining("the config wants [24, 3, 8, 8]");
    }
  }

  @Test
  void refusesPositionsThatMakeNoSquare() {
    try (Safetensors file = new TinyModel("clipa").weights()) {
      Weights weights = new Weights(file);

      assertThatThrownBy(() -> weights.wantGrid("positional_embedding", 16))
          .isInstanceOf(UserException.class)
          .hasMessage(
              file.file()
                  + ": tensor positional_embedding has the shape [12, 16],"
                  + " but the config wants [1 + n * n, 16]");
    }
  }
}
