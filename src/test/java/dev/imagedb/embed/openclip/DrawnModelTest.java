package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Processor;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models of drawn weights, against OpenCLIP's own vectors.
final class DrawnModelTest {

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
    assertAgreementOfTexts(model, EmbedderOptions.forQueries(Precision.FP32));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesTheReferencesVectorsOfTextsPrepacked(DrawnModel model) {
    assertAgreementOfTexts(model, new EmbedderOptions(Precision.FP32, 1, true));
  }

  private void assertAgreementOfTexts(DrawnModel model, EmbedderOptions options) {
    OpenClipConfig config = model.config();
    try (Safetensors weights = model.weights(folder);
        TextTower tower = TextTower.load(weights, config, options)) {
      Agreement.ofTexts(tower, config.text(), model.texts());
    }
  }

  @Test
  void refusesHeadsThatVectorsCannotBeDividedInto() {
    DrawnModel model = new DrawnModel("vit-queries");
    try (Safetensors file = model.weights(folder)) {
      VitPool pool = new VitPool(VitPool.Kind.ATTENTION, false, 5, 3);

      assertThatThrownBy(() -> pool.want(new Weights(file), 16, 8))
          .isInstanceOf(UserException.class)
          .hasMessage("the config asks for 3 heads in vectors of 8 numbers");
    }
  }

  @Test
  void refusesFeaturesThatAreNoVectorOfTheConfigsDimension() {
    DrawnModel model = new DrawnModel("eva-02");
    try (Safetensors file = model.weights(folder)) {
      TrunkHead none = new TrunkHead(TrunkHead.Kind.NONE, false);

      assertThatThrownBy(() -> none.want(new Weights(file), "head", 32, 8))
          .isInstanceOf(UserException.class)
          .hasMessage("the config asks for vectors of 8 numbers, but its image tower gives 32");
    }
  }

  private void assertAgreement(DrawnModel model, EmbedderOptions options, double cosine) {
    OpenClipConfig config = model.config();
    try (Safetensors weights = model.weights(folder);
        ImageTower tower = ImageTower.load(weights, config, options)) {
      Agreement.ofPictures(tower, config, model.images(), cosine);
    }
  }

  private static Stream<DrawnModel> models() {
    return DrawnModel.all();
  }

  private static Stream<DrawnModel> modelsThatWithstandRounding() {
    return models().filter(DrawnModel::withstandsRounding);
  }
}
