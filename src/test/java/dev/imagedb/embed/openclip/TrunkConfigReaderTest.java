package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.imagedb.fault.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `vision_cfg` with one of timm's networks.
final class TrunkConfigReaderTest {

  @Test
  void knowsTheLayersOfAConvNext() {
    VisionConfig config =
        read("{timm_model_name: convnext_xxlarge, timm_pool: '', timm_proj: mlp, image_size: 256}");

    assertThat(config)
        .isInstanceOfSatisfying(
            ConvNextConfig.class,
            convNext -> {
              assertThat(convNext.blocks()).containsExactly(3, 4, 30, 3);
              assertThat(convNext.widths()).containsExactly(384, 768, 1536, 3072);
              assertThat(convNext.epsilon()).isEqualTo(1e-5);
              assertThat(convNext.head()).isEqualTo(new TrunkHead(TrunkHead.Kind.MLP, false));
            });
  }

  @Test
  void takesTheNetworksClassifierForAProjectionThatIsNull() {
    VisionConfig config = read("{timm_model_name: fastvit_mci4, timm_proj: null}");

    assertThat(config)
        .isInstanceOfSatisfying(
            FastVitConfig.class,
            fastVit -> {
              assertThat(fastVit.widths()).containsExactly(128, 256, 512, 1024, 2048);
              assertThat(fastVit.head().kind()).isEqualTo(TrunkHead.Kind.CLASSIFIER);
            });
  }

  @Test
  void takesALinearProjectionWhereNothingIsSaid() {
    VisionConfig config = read("{timm_model_name: mobilenetv2_100, timm_proj_bias: true}");

    assertThat(config)
        .isEqualTo(
            new MobileNetConfig(
                224, 1, 1, false, false, new TrunkHead(TrunkHead.Kind.LINEAR, true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "timm_model_name: swin_base_patch4_window7_224 |"
            + " the timm image tower swin_base_patch4_window7_224",
        "timm_model_name: convnext_base, timm_pool: rot_attn |"
            + " timm_pool 'rot_attn' in convnext_base",
        "timm_model_name: convnext_base, timm_pool: '', timm_proj: null |"
            + " timm_pool '' in convnext_base",
        "timm_model_name: fastvit_mci0, timm_proj: cubic | timm_proj cubic",
        "timm_model_name: fastvit_mci0, image_size: 31 |"
            + " image_size 31 in a network that divides it by 32",
        "timm_model_name: vit_base_mci_224, timm_pool: token, image_size: 256 |"
            + " pictures of 256 pixels in vit_base_mci_224",
      })
  void refusesByItsName(String given, String refused) {
    assertThatThrownBy(() -> read("{" + given + "}"))
        .isInstanceOf(UserException.class)
        .hasMessage("vision_cfg asks for " + refused + ", which is not supported yet");
  }

  @Test
  void refusesHeadsThatDoNotFit() {
    assertThatThrownBy(
            () ->
                read(
                    "{timm_model_name: fastvit_mci0,"
                        + " timm_model_kwargs: {embed_dims: [8, 16, 32, 40]}}"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "vision_cfg: timm_model_kwargs asks for embed_dims [8, 16, 32, 40],"
                + " which is not supported yet");
  }

  @Test
  void refusesAnArgumentItDoesNotKnow() {
    assertThatThrownBy(
            () -> read("{timm_model_name: convnext_base, timm_model_kwargs: {conv_mlp: true}}"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "vision_cfg: timm_model_kwargs has the key 'conv_mlp', which this version does not"
                + " know");
  }

  private static VisionConfig read(String json) {
    return VisionConfigReader.read(
        "vision_cfg", JsonParser.parseString(json).getAsJsonObject(), false);
  }
}
