package dev.imagedb.embed.openclip;

import com.google.gson.JsonObject;
import dev.imagedb.embed.openclip.OpenClipConfig.Cleaning;
import dev.imagedb.embed.openclip.OpenClipConfig.Projection;
import dev.imagedb.embed.openclip.OpenClipConfig.TextConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.TextPool;
import dev.imagedb.embed.openclip.OpenClipConfig.TokenizerConfig;
import java.util.Set;

/// Reads `text_cfg` (`CLIPTextCfg` in OpenCLIP's model.py).
final class TextConfigReader {
  private static final int LONGEST_CONTEXT = 1 << 13;

  /// Four times XLM-V's 901,629, the largest vocabulary of the family.
  private static final int LARGEST_VOCABULARY = 1 << 22;

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
          "hf_proj_type",
          "hf_pooler_type");

  private final JsonFields text;
  private final boolean quickGelu;

  private TextConfigReader(JsonFields text, boolean quickGelu) {
    this.text = text;
    this.quickGelu = quickGelu;
  }

  static TextConfig read(String where, JsonObject config, boolean quickGelu) {
    JsonFields text = TowerFields.of(where, config, KEYS);
    if (text.has("hf_model_name")) {
      throw text.unsupported("the Hugging Face text tower " + text.text("hf_model_name", ""));
    }
    if (text.has("text_arch") || text.has("tokenizer_type")) {
      throw text.unsupported("another text tower than OpenCLIP's own");
    }
    if (!TowerFields.blockExtras(text).equals(BlockExtras.NONE)) {
      throw text.unsupported("custom blocks in a text tower");
    }
    text.mustBeOff("embed_cls", "final_ln_after_pool", "output_tokens", "tokenizer_mode");
    return new TextConfigReader(text, quickGelu).tower();
  }

  private TextConfig tower() {
    int width = text.count("width", 512, TowerFields.LARGEST_WIDTH);
    return new TextConfig(
        text.count("context_length", 77, LONGEST_CONTEXT),
        text.count("vocab_size", 49408, LARGEST_VOCABULARY),
        width,
        heads(width),
        text.count("layers", 12, TowerFields.MOST_LAYERS),
        TowerFields.mlpWidth(text, width),
        pool(),
        !text.flag("no_causal_mask", false),
        text.has("ls_init_value"),
        text.integer("eos_id", 2),
        projection(),
        TowerFields.activation(text, quickGelu),
        TowerFields.epsilon(text),
        tokenizer());
  }

  private int heads(int width) {
    int heads = text.count("heads", 8, width);
    if (width % heads != 0) {
      throw text.unsupported(heads + " heads in a width of " + width);
    }
    return heads;
  }

  private TextPool pool() {
    String pool = text.text("pool_type", "argmax");
    return switch (pool) {
      case "first" -> TextPool.FIRST;
      case "last" -> TextPool.LAST;
      case "argmax" -> TextPool.ARGMAX;
      case "eos" -> TextPool.EOS;
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

  private TokenizerConfig tokenizer() {
    boolean own = text.has("hf_tokenizer_name");
    Cleaning cleaning = own ? Cleaning.WHITESPACE : Cleaning.LOWER;
    if (!text.has("tokenizer_kwargs")) {
      return new TokenizerConfig(own, cleaning, false);
    }
    JsonFields options = text.fields("tokenizer_kwargs", Set.of("clean", "strip_sep_token"));
    return new TokenizerConfig(
        own,
        options.has("clean") ? cleaning(options) : cleaning,
        options.flag("strip_sep_token", false));
  }

  private static Cleaning cleaning(JsonFields options) {
    String cleaning = options.text("clean", "");
    return switch (cleaning) {
      case "lower" -> Cleaning.LOWER;
      case "whitespace" -> Cleaning.WHITESPACE;
      case "canonicalize" -> Cleaning.CANONICALIZE;
      default -> throw options.unsupported("clean " + cleaning);
    };
  }
}
