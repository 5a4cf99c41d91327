package dev.imagedb.embed.openclip;

import com.google.gson.JsonObject;
import dev.imagedb.embed.openclip.TextTransformerConfig.Pool;
import dev.imagedb.embed.openclip.TextTransformerConfig.Projection;
import java.util.Set;

/// Reads `text_cfg` (`CLIPTextCfg` in OpenCLIP's model.py).
final class TextConfigReader {
  private static final Set<String> KEYS =
      Set.of(
          "context_length",
          "vocab_size",
          "hf_tokenizer_name",
          "tokenizer_mode",
          "tokenizer_kwargs",
          "tokenizer_type",
          "tiktoken_name",
          "width",
          "heads",
          "layers",
          "mlp_ratio",
          "ls_init_value",
          "embed_cls",
          "pad_id",
          "bos_id",
          "eos_id",
          "no_causal_mask",
          "final_ln_after_pool",
          "pool_type",
          "proj_bias",
          "proj_type",
          "output_tokens",
          "act_kwargs",
          "norm_kwargs",
          "text_arch",
          "hf_model_name",
          "hf_model_pretrained",
          "hf_model_config",
          "variable_text",
          "hf_proj_type",
          "hf_pooler_type");

  private final JsonFields text;
  private final String prefix;
  private final boolean quickGelu;

  private TextConfigReader(JsonFields text, String prefix, boolean quickGelu) {
    this.text = text;
    this.prefix = prefix;
    this.quickGelu = quickGelu;
  }

  /// Reads a tower. `output_tokens` and `final_ln_after_pool` change no vector and are passed over:
  /// the one only adds what a decoder takes, the other means nothing to `TextTransformer`, which
  /// norms each token by itself.
  ///
  /// @param custom whether the tower is a part of its own, and so its names have a prefix
  static TextConfig read(String where, JsonObject config, boolean custom, boolean quickGelu) {
    JsonFields text = TowerFields.of(where, config, KEYS);
    if (text.has("text_arch") || text.has("tokenizer_type")) {
      throw text.unsupported("another text tower than OpenCLIP's own");
    }
    text.mustBeOff("tokenizer_mode");
    if (text.has("hf_model_name")) {
      return HfTextReader.read(text);
    }
    if (!TowerFields.blockExtras(text).equals(BlockExtras.NONE)) {
      throw text.unsupported("custom blocks in a text tower");
    }
    text.mustBeOff("variable_text");
    // The reference asks whether there is a Hugging Face tower by the key alone (factory.py).
    boolean apart = custom || config.has("hf_model_name");
    return new TextConfigReader(text, apart ? "text." : "", quickGelu).tower();
  }

  private TextTransformerConfig tower() {
    int width = text.count("width", 512, TowerFields.LARGEST_WIDTH);
    return new TextTransformerConfig(
        prefix,
        text.count("context_length", 77, TowerFields.LONGEST_CONTEXT),
        text.count("vocab_size", 49408, TowerFields.LARGEST_VOCABULARY),
        width,
        TowerFields.heads(text, "heads", 8, width),
        text.count("layers", 12, TowerFields.MOST_LAYERS),
        TowerFields.mlpWidth(text, width),
        pool(),
        !text.flag("no_causal_mask", false),
        text.flag("embed_cls", false),
        text.integer("pad_id", 0),
        text.integer("eos_id", 2),
        text.has("ls_init_value"),
        projection(),
        TowerFields.activation(text, quickGelu),
        TowerFields.epsilon(text),
        TokenizerConfigReader.read(text, false));
  }

  private Pool pool() {
    String pool = text.text("pool_type", "argmax");
    return switch (pool) {
      case "first" -> Pool.FIRST;
      case "last" -> Pool.LAST;
      case "argmax" -> Pool.ARGMAX;
      case "eos" -> Pool.EOS;
      default -> throw text.unsupported("pool_type " + pool);
    };
  }

  private Projection projection() {
    String type = text.text("proj_type", "linear");
    return switch (type) {
      case "none" -> Projection.NONE;
      case "linear" ->
          text.flag("proj_bias", false) ? Projection.MATRIX_AND_BIAS : Projection.MATRIX;
      default -> throw text.unsupported("proj_type " + type);
    };
  }
}
