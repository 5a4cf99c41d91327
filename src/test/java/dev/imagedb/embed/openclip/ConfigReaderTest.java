package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.openclip.TextTransformerConfig.Pool;
import dev.imagedb.embed.openclip.TextTransformerConfig.Projection;
import dev.imagedb.embed.tokenizer.TokenizerConfig;
import dev.imagedb.embed.tokenizer.TokenizerConfig.Cleaning;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.Interpolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigReaderTest {

  @Test
  void takesTheReferencesDefaultsForAllThatIsNotSaid() {
    OpenClipConfig config = parse(model("", "", ""));

    assertThat(config.dimension()).isEqualTo(512);
    assertThat(config.vision())
        .isEqualTo(
            new VitConfig(
                12,
                768,
                12,
                3072,
                16,
                224,
                true,
                VitPool.ofTokens(false, false),
                false,
                BlockExtras.NONE,
                "none",
                1e-5));
    assertThat(config.text())
        .isEqualTo(
            new TextTransformerConfig(
                "",
                77,
                49408,
                512,
                8,
                12,
                2048,
                Pool.ARGMAX,
                true,
                false,
                0,
                2,
                false,
                Projection.MATRIX,
                "none",
                1e-5,
                new TokenizerConfig(false, Cleaning.LOWER, false, false, null)));
    Preprocessing preprocessing = config.preprocessing();
    assertThat(preprocessing.size()).isEqualTo(224);
    assertThat(preprocessing.mode()).isEqualTo(Preprocessing.ResizeMode.SHORTEST);
    assertThat(preprocessing.interpolation()).isEqualTo(Interpolation.BICUBIC);
    assertThat(preprocessing.fill()).isZero();
    assertThat(preprocessing.mean()).containsExactly(0.48145466, 0.4578275, 0.40821073);
    assertThat(preprocessing.deviation()).containsExactly(0.26862954, 0.26130258, 0.27577711);
  }

  @Test
  void readsAllThatClipaSays() {
    OpenClipConfig config =
        parse(
            """
            {"model_cfg": {"embed_dim": 1024,
              "vision_cfg": {"image_size": 336, "layers": 32, "width": 1280, "head_width": 80,
                "patch_size": 14, "no_ln_pre": true, "pool_type": "avg",
                "final_ln_after_pool": true},
              "text_cfg": {"context_length": 32, "vocab_size": 32000,
                "hf_tokenizer_name": "bert-base-uncased",
                "tokenizer_kwargs": {"strip_sep_token": true}, "width": 1024, "heads": 16,
                "layers": 24, "pool_type": "last", "no_causal_mask": true}},
             "preprocess_cfg": {"size": [336, 336], "mean": [0.485, 0.456, 0.406],
              "std": 0.5, "interpolation": "bilinear", "resize_mode": "squash",
              "fill_color": 7}}
            """);

    assertThat(config.vision())
        .isEqualTo(
            new VitConfig(
                32,
                1280,
                16,
                5120,
                14,
                336,
                false,
                VitPool.ofTokens(true, true),
                false,
                BlockExtras.NONE,
                "none",
                1e-5));
    assertThat(config.text())
        .isInstanceOfSatisfying(
            TextTransformerConfig.class,
            text -> {
              assertThat(text.pool()).isEqualTo(Pool.LAST);
              assertThat(text.causal()).isFalse();
            });
    assertThat(config.text().tokenizer())
        .isEqualTo(new TokenizerConfig(true, Cleaning.WHITESPACE, true, false, null));
    assertThat(config.preprocessing().describe())
        .isEqualTo("squash 336 bilinear, mean [0.485, 0.456, 0.406], deviation [0.5, 0.5, 0.5]");
  }

  @Test
  void readsTheTowersOfCocaAndPassesOverItsDecoder() {
    OpenClipConfig config =
        parse(
            model(
                "'custom_text': true, 'multimodal_cfg': {'layers': 12, 'anything': 'else'}",
                "",
                "'context_length': 76, 'embed_cls': true, 'pad_id': 3, 'output_tokens': true"));

    assertThat(config.text())
        .isInstanceOfSatisfying(
            TextTransformerConfig.class,
            text -> {
              assertThat(text.prefix()).isEqualTo("text.");
              assertThat(text.contextLength()).isEqualTo(76);
              assertThat(text.classToken()).isTrue();
              assertThat(text.paddingId()).isEqualTo(3);
            });
  }

  @Test
  void knowsTheSizesOfAHuggingFaceEncoderByItsName() {
    OpenClipConfig config =
        parse(model("", "", "'hf_model_name': 'google/mt5-xl', 'hf_pooler_type': null"));

    assertThat(config.text())
        .isEqualTo(
            new HfTextConfig(
                77,
                new Mt5Encoder(250112, 2048, 24, 32, 64, 5120),
                HfTextConfig.Pooler.MEAN,
                HfTextConfig.Projection.MLP,
                new TokenizerConfig(false, Cleaning.LOWER, false, false, null)));
  }

  @Test
  void asksATokenizerOfLanguagesForTheOneThatIsNamed() {
    OpenClipConfig config =
        parse(
            model(
                "",
                "",
                """
                'hf_model_name': 'facebook/nllb-200-distilled-600M', 'hf_tokenizer_name': 'nllb',
                'tokenizer_kwargs': {'language': 'deu_Latn'}\
                """));

    assertThat(config.text().tokenizer())
        .isEqualTo(new TokenizerConfig(true, Cleaning.WHITESPACE, false, true, "deu_Latn"));
  }

  @Test
  void refusesADecoderWhoseTowersTheReferenceWouldNotBuild() {
    assertRefused(
        model("'multimodal_cfg': {}", "", ""), "asks for multimodal_cfg without custom_text");
  }

  @Test
  void readsAResNetByItsListOfLayers() {
    OpenClipConfig config =
        parse(model("", "'layers': [4, 6, 10, 6], 'width': 80, 'image_size': 288", ""));

    assertThat(config.vision())
        .isInstanceOfSatisfying(
            ResNetConfig.class,
            resNet -> {
              assertThat(resNet.blocks()).containsExactly(4, 6, 10, 6);
              assertThat(resNet.heads()).isEqualTo(40);
              assertThat(resNet.imageSize()).isEqualTo(288);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'attentional_pool': false, 'pool_type': 'avg'          | NORM_FIRST | true | 0 | 0
          'attentional_pool': true                               | ATTENTION | false | 256 | 8
          'attentional_pool': true, 'pool_type': 'avg'           | ATTENTION | true | 256 | 8
          'attentional_pool': 'parallel', 'pool_type': 'none'    | PARALLEL | false | 256 | 8
          'attentional_pool': 'cascade', 'attn_pooler_queries': 7, 'attn_pooler_heads': 4 | CASCADE | false | 7 | 4
          """)
  void readsHowTokensBecomeOne(
      String vision, VitPool.Kind kind, boolean average, int queries, int heads) {
    OpenClipConfig config = parse(model("", vision, ""));

    assertThat(((VitConfig) config.vision()).pool())
        .isEqualTo(new VitPool(kind, average, queries, heads));
  }

  @Test
  void readsWhatCustomBlocksHaveUnlessBlocksAreDefault() {
    String extras = "'qk_norm': true, 'scale_fc': true";

    assertThat(extras("'block_type': 'custom', " + extras))
        .isEqualTo(new BlockExtras(true, false, false, false, true));
    assertThat(extras(extras)).isEqualTo(new BlockExtras(true, false, false, false, true));
    assertThat(extras("'block_type': 'default', " + extras)).isEqualTo(BlockExtras.NONE);
  }

  private static BlockExtras extras(String vision) {
    return ((VitConfig) parse(model("", vision, "")).vision()).extras();
  }

  @Test
  void turnsQuickGeluOnInBothTowers() {
    OpenClipConfig config = parse(model("'quick_gelu': true", "", ""));

    assertThat(((VitConfig) config.vision()).activation()).isEqualTo("quick_gelu");
    assertThat(((TextTransformerConfig) config.text()).activation()).isEqualTo("quick_gelu");
  }

  @Test
  void truncatesTheWidthOfTheMlpAsTheReferenceDoes() {
    OpenClipConfig config =
        parse(model("", "'width': 1664, 'head_width': 104, 'mlp_ratio': 4.9231", ""));

    assertThat(((VitConfig) config.vision()).mlpWidth()).isEqualTo(8192);
  }

  @Test
  void refusesAKeyItDoesNotKnow() {
    assertRefused(model("", "'warp_drive': 1", ""), "vision_cfg has the key 'warp_drive'");
    assertRefused(model("", "", "'warp_drive': 1"), "text_cfg has the key 'warp_drive'");
    assertRefused("{\"model_cfg\": {}, \"more\": 1}", "config has the key 'more'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'timm_model_name': 'vit_base'     | the timm image tower vit_base
          'attentional_pool': 'series'      | attentional_pool series
          'attentional_pool': true, 'pool_type': 'avg', 'attn_pooler_queries': 1 | the mean of all queries but the first, of one
          'pool_type': 'none'               | pool_type none
          'pos_embed_type': 'rope'          | pos_embed_type rope
          'scaled_cosine_attn': true        | scaled_cosine_attn=true
          'block_type': 'modern'            | block_type modern
          'in_chans': 4                     | pictures of 4 channels
          'act_kwargs': {'approximate': 'x'} | approximate x
          'layers': [3, 4, 6, 3], 'image_size': 16 | image_size 16 in a ResNet
          """)
  void namesWhatAnImageTowerWantsThatIsNotSupported(String vision, String thing) {
    assertRefused(model("", vision, ""), "asks for " + thing + ", which is not supported yet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'hf_model_name': 'bert-base-uncased' | the Hugging Face text tower bert-base-uncased
          'hf_model_name': 'roberta-base', 'hf_pooler_type': 'max_pooler' | hf_pooler_type max_pooler
          'hf_model_name': 'roberta-base', 'hf_proj_type': 'none' | hf_proj_type none
          'hf_model_name': 'roberta-base', 'context_length': 513 | context_length 513 in an encoder of 512
          'hf_model_name': 'facebook/nllb-200-distilled-600M', 'hf_model_config': {'d_model': 15} | sines and cosines in a width of 15
          'hf_model_name': 'Alibaba-NLP/gte-modernbert-base', 'hf_model_config': {'hidden_size': 36} | rotation in heads of a width of 3
          'hf_model_name': 'roberta-base', 'hf_model_config': {'hidden_size': 769} | 12 heads in a width of 769
          'text_arch': 'modern'             | another text tower than OpenCLIP's own
          'qk_norm': true                   | custom blocks in a text tower
          'pool_type': 'mean'               | pool_type mean
          'proj_type': 'mlp'                | proj_type mlp
          'variable_text': true             | variable_text=true
          'tokenizer_mode': 'clips'         | tokenizer_mode="clips"
          'tokenizer_kwargs': {'clean': 'x'} | clean x
          'tokenizer_kwargs': {'strip_sep_token': true} | strip_sep_token with OpenAI's vocabulary, which has no separator
          'hf_model_name': 'Alibaba-NLP/gte-modernbert-base', 'hf_pooler_type': null | no hf_pooler_type for this text tower
          'heads': 7                        | 7 heads in a width of 512
          """)
  void namesWhatATextTowerWantsThatIsNotSupported(String text, String thing) {
    assertRefused(model("", "", text), "asks for " + thing + ", which is not supported yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'layers': 1000000000",
        "'layers': 1e300",
        "'layers': [3, 4, 6, 1000000000]",
        "'layers': [3, 4, 6]",
        "'layers': [3, 4, 6, 'x']",
        "'layers': 0",
        "'layers': 2.5",
        "'layers': '12'",
        "'layers': {}",
        "'width': 1000000000",
        "'width': -768",
        "'width': true",
        "'head_width': 0",
        "'head_width': 1000",
        "'mlp_ratio': 1e9",
        "'mlp_ratio': -1",
        "'mlp_ratio': 'NaN'",
        "'patch_size': 0",
        "'patch_size': 225",
        "'image_size': 100000",
        "'image_size': [224, 256]",
        "'image_size': [224]",
        "'no_ln_pre': 1",
        "'pool_type': 7",
        "'attentional_pool': 7",
        "'attentional_pool': true, 'attn_pooler_queries': 1000000000",
        "'attentional_pool': true, 'attn_pooler_heads': 0",
        "'qk_norm': 1",
        "'act_kwargs': 7",
        "'norm_kwargs': {'eps': 'x'}"
      })
  void refusesAnImageTowerOfNoSense(String vision) {
    assertRefused(model("", vision, ""), "config: vision_cfg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'context_length': 1000000000",
        "'vocab_size': 1000000000",
        "'vocab_size': 0",
        "'width': 0",
        "'heads': 0",
        "'eos_id': -1",
        "'pad_id': -1",
        "'embed_cls': 1",
        "'hf_model_name': 7",
        "'hf_model_name': 'roberta-base', 'hf_model_config': 7",
        "'hf_model_name': 'roberta-base', 'hf_model_config': {'hidden_size': 1e9}",
        "'hf_model_name': 'google/mt5-base', 'hf_model_config': {'num_layers': 0}",
        "'hf_model_name': 'google/mt5-base', 'hf_model_config': {'hidden_size': 8}",
        "'hf_model_name': 'google/mt5-base', 'tokenizer_kwargs': {'clean': 1}",
        "'proj_bias': 'yes'",
        "'tokenizer_kwargs': []"
      })
  void refusesATextTowerOfNoSense(String text) {
    assertRefused(model("", "", text), "config: text_cfg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'size': 225                 | pictures of 225 pixels for a tower of 224
          'size': [224, 225]          | size of 224 x 225
          'mode': 'L'                 | mode L
          'resize_mode': 'stretch'    | resize_mode stretch
          'interpolation': 'lanczos'  | interpolation lanczos
          'fill_color': 256           | fill_color 256
          'std': 0                    | std 0.0
          'mean': [1, 2]              | 'mean' is [1,2], expected a number or 3 numbers
          'mean': [1, 2, 'x']         | 'mean' is [1,2,"x"], expected a number
          """)
  void refusesPreprocessingThatItCannotDo(String preprocessing, String reason) {
    String json = model("", "", "");
    String whole =
        json.substring(0, json.lastIndexOf('}')) + ",'preprocess_cfg': {" + preprocessing + "}}";

    assertRefused(whole.replace('\'', '"'), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"model_cfg":                                   | config is not JSON
          ''                                              | config holds no JSON object
          []                                              | config holds no JSON object
          {}                                              | config lacks 'model_cfg'
          {"model_cfg": 3}                                | "model_cfg" is 3, expected an object
          {"model_cfg": {"text_cfg": {}, "embed_dim": 1}} | model_cfg lacks "vision_cfg"
          {"model_cfg": {"vision_cfg": {}, "text_cfg": {}}} | model_cfg lacks "embed_dim"
          """)
  void refusesWhatIsNoConfig(String json, String reason) {
    assertRefused(json, reason.replace('"', '\''));
  }

  @Test
  void refusesAFileFarTooLarge(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), " ".repeat((1 << 20) + 1));

    assertThatThrownBy(() -> ConfigReader.read(file))
        .isInstanceOf(UserException.class)
        .hasMessage(file + " is too large for a config");
  }

  /// As OpenCLIP's factory.py, which asks for the key and not for what it says.
  @Test
  void looksForATextTowerApartWhereAHuggingFaceOneIsNamedAsNone() {
    assertThat(parse(model("", "", "'hf_model_name': null")).text())
        .isInstanceOfSatisfying(
            TextTransformerConfig.class, text -> assertThat(text.prefix()).isEqualTo("text."));
  }

  /// A model of these keys, in single quotes for double ones.
  private static String model(String model, String vision, String text) {
    return """
    {"model_cfg": {"embed_dim": 512, %s "vision_cfg": {%s}, "text_cfg": {%s}}}\
    """
        .formatted(model.isEmpty() ? "" : model + ",", vision, text)
        .replace('\'', '"');
  }

  private static OpenClipConfig parse(String json) {
    return ConfigReader.parse("config", json);
  }

  private static void assertRefused(String json, String reason) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(UserException.class)
        .message()
        .startsWith("config")
        .contains(reason);
  }
}
