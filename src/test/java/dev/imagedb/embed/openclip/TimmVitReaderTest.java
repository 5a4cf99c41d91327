package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.openclip.TimmTrunk.Block;
import dev.imagedb.embed.openclip.TimmTrunk.Embedding;
import dev.imagedb.embed.openclip.TimmTrunk.Pool;
import dev.imagedb.embed.openclip.TimmTrunk.Rope;
import dev.imagedb.embed.openclip.TimmTrunk.Size;
import dev.imagedb.fault.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimmVitReaderTest {

  @Test
  void knowsWhatANameStandsFor() {
    VisionConfig vision =
        read(
            """
            "timm_model_name": "vit_so400m_patch16_siglip_384", "image_size": 384,
            "timm_pool": "map", "timm_proj": "none"\
            """);

    assertThat(vision)
        .isEqualTo(
            new TimmVitConfig(
                new TimmTrunk(
                    new Size(16, 384, 1152, 27, 16, 3.7362),
                    Embedding.PATCHES,
                    false,
                    new Block(Block.Kind.PLAIN, Block.Biases.ALL, false, "tanh"),
                    Rope.NONE,
                    Pool.MAP,
                    1e-6),
                new TrunkHead(TrunkHead.Kind.NONE, false)));
    assertThat(((TimmVitConfig) vision).trunk().mlpWidth()).isEqualTo(4304);
  }

  /// As `timm.create_model` of timm 1.0.31 builds them.
  @ParameterizedTest
  @CsvSource({
    "vit_base_patch16_siglip_512, none",
    "vit_base_patch32_siglip_256, tanh",
    "vit_large_patch16_siglip_384, none",
    "vit_large_patch16_siglip_512, tanh",
    "vit_so400m_patch14_siglip_378, none",
    "vit_so400m_patch16_siglip_256, tanh",
    "vit_giantopt_patch16_siglip_384, tanh",
  })
  void knowsWhichGeluANameStandsFor(String name, String activation) {
    assertThat(TimmTrunk.named(name).orElseThrow().block().activation()).isEqualTo(activation);
  }

  /// As `timm.create_model` of timm 1.0.31 builds them.
  @ParameterizedTest
  @CsvSource({
    "eva_giant_patch14_224, 257, 6144, 0",
    "eva02_base_patch16_clip_224, 197, 2048, 16",
    "eva02_large_patch14_clip_336, 577, 2730, 16",
    "eva02_enormous_patch14_clip_224, 257, 15360, 0",
    "vit_pe_core_tiny_patch16_384, 577, 768, 24",
    "vit_pe_core_base_patch16_224, 197, 3072, 14",
    "vit_pe_core_gigantic_patch14_448, 1024, 8960, 32",
  })
  void knowsPositionsAndWidthsOfEvaAndThePerceptionEncoders(
      String name, int positions, int mlpWidth, int grid) {
    TimmTrunk trunk = TimmTrunk.named(name).orElseThrow();

    assertThat(trunk.positions()).isEqualTo(positions);
    assertThat(trunk.mlpWidth()).isEqualTo(mlpWidth);
    assertThat(trunk.rope().grid()).isEqualTo(grid);
  }

  @Test
  void refusesHeadsWhoseFeaturesCannotBeTurned() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    "timm_model_name": "vit_pe_core_base_patch16_224", "timm_pool": "map",
                    "timm_model_kwargs": {"embed_dim": 24, "num_heads": 4}\
                    """))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith(" asks for 4 heads in a width of 24, which is not supported yet");
  }

  @Test
  void takesNoProjectionAtAllForTimmsOwnClassifier() {
    VisionConfig vision =
        read(
            """
            "timm_model_name": "vit_large_patch14_clip_224", "timm_pool": "token",
            "timm_proj": null\
            """);

    assertThat(((TimmVitConfig) vision).head())
        .isEqualTo(new TrunkHead(TrunkHead.Kind.CLASSIFIER, true));
  }

  @Test
  void refusesAHeadOfOpenClipsBehindATowerThatTimmMakesForAnotherPooling() {
    assertThatThrownBy(
            () -> read("\"timm_model_name\": \"eva_giant_patch14_224\", \"timm_pool\": \"token\""))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("asks for timm_proj linear in eva_giant_patch14_224");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'image_size': 256, 'timm_pool': 'map' | pictures of 256 pixels in vit_base_patch16_siglip_224
          'timm_pool': 'avg'                    | timm_pool 'avg' in vit_base_patch16_siglip_224
          'timm_pool': '', 'timm_proj': 'none'  | timm_pool '' in vit_base_patch16_siglip_224
          'timm_pool': 'map', 'timm_proj': 'cubic' | timm_proj cubic
          'timm_pool': 'map', 'image_seq_len': 64 | image_seq_len=64
          'timm_model_kwargs': {'num_heads': 7} | 7 heads in a width of 768
          """,
      quoteCharacter = '"')
  void refusesByNameWhatTheTowerIsNotBuiltFor(String keys, String feature) {
    assertThatThrownBy(
            () ->
                read(
                    "\"timm_model_name\": \"vit_base_patch16_siglip_224\", "
                        + keys.replace('\'', '"')))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith(" asks for " + feature + ", which is not supported yet");
  }

  private static VisionConfig read(String keys) {
    return ConfigReader.parse(
            "config",
            """
            {"model_cfg": {"embed_dim": 8, "vision_cfg": {%s}, "text_cfg": {}}}\
            """
                .formatted(keys))
        .vision();
  }
}
