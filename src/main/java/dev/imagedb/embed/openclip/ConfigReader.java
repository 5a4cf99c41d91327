package dev.imagedb.embed.openclip;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.imagedb.embed.openclip.OpenClipConfig.Projection;
import dev.imagedb.embed.openclip.OpenClipConfig.ResNetConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.TextConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.TextPool;
import dev.imagedb.embed.openclip.OpenClipConfig.TokenizerConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.VisionConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.VitConfig;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Reads `open_clip_config.json`. Keys, defaults and meanings are those of OpenCLIP's model.py
/// (`CLIPVisionCfg`, `CLIPTextCfg`) and transform.py (`PreprocessCfg`).
final class ConfigReader {
  private static final int LARGEST_CONFIG_BYTES = 1 << 20;
  private static final double DEFAULT_EPSILON = 1e-5;

  private static final Set<String> MODEL_KEYS =
      Set.of(
          "embed_dim",
          "vision_cfg",
          "text_cfg",
          "quick_gelu",
          "custom_text",
          "init_logit_scale",
          "init_logit_bias",
          "nonscalar_logit_scale",
          "multimodal_cfg",
          "audio_cfg",
          "genlip_cfg");

  private static final Set<String> BLOCK_KEYS =
      Set.of(
          "block_type",
          "qk_norm",
          "scaled_cosine_attn",
          "scale_heads",
          "scale_attn_inner",
          "scale_attn",
          "scale_fc");

  private static final Set<String> VISION_KEYS =
      union(
          BLOCK_KEYS,
          "layers",
          "width",
          "head_width",
          "mlp_ratio",
          "patch_size",
          "image_size",
          "in_chans",
          "ls_init_value",
          "patch_dropout",
          "attentional_pool",
          "attn_pooler_queries",
          "attn_pooler_heads",
          "no_ln_pre",
          "pos_embed_type",
          "final_ln_after_pool",
          "pool_type",
          "output_tokens",
          "act_kwargs",
          "norm_kwargs",
          "timm_model_name",
          "timm_model_pretrained",
          "timm_model_kwargs",
          "timm_pool",
          "timm_proj",
          "timm_proj_bias",
          "timm_drop",
          "timm_drop_path");

  private static final Set<String> TEXT_KEYS =
      union(
          BLOCK_KEYS,
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

  private final String file;

  private ConfigReader(String file) {
    this.file = file;
  }

  /// Reads a config file.
  ///
  /// @throws UserException where it is no config, or asks for what is not supported
  static OpenClipConfig read(Path file) {
    try {
      if (Files.size(file) > LARGEST_CONFIG_BYTES) {
        throw UserException.failed(file + " is too large for a config", "is it the right file?");
      }
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UserException(
          dev.imagedb.fault.ExitCode.FAILED,
          "cannot read " + file + ": " + e.getMessage(),
          "fetch the model's files anew",
          e);
    }
  }

  static OpenClipConfig parse(String file, String json) {
    JsonElement root;
    try {
      root = JsonParser.parseString(json);
    } catch (JsonParseException e) {
      throw UserException.failed(file + " is not JSON", "fetch the model's files anew");
    }
    if (!root.isJsonObject()) {
      throw UserException.failed(file + " holds no JSON object", "fetch the model's files anew");
    }
    return new ConfigReader(file).config(root.getAsJsonObject());
  }

  private OpenClipConfig config(JsonObject root) {
    JsonFields top = new JsonFields(file, root, Set.of("model_cfg", "preprocess_cfg"));
    JsonFields model = new JsonFields(file + ": model_cfg", top.object("model_cfg"), MODEL_KEYS);
    for (String other : new String[] {"multimodal_cfg", "audio_cfg", "genlip_cfg"}) {
      if (model.has(other)) {
        throw model.unsupported(other);
      }
    }
    boolean quickGelu = model.flag("quick_gelu", false);
    int dimension = model.integer("embed_dim");
    VisionConfig vision =
        vision(
            new JsonFields(file + ": vision_cfg", model.object("vision_cfg"), VISION_KEYS),
            quickGelu);
    TextConfig text =
        text(new JsonFields(file + ": text_cfg", model.object("text_cfg"), TEXT_KEYS), quickGelu);
    return new OpenClipConfig(
        dimension,
        vision,
        text,
        model.flag("custom_text", false) ? "text." : "",
        preprocessing(top, vision.imageSize()));
  }

  private VisionConfig vision(JsonFields vision, boolean quickGelu) {
    if (vision.has("timm_model_name")) {
      throw vision.unsupported("the timm image tower " + vision.text("timm_model_name", ""));
    }
    vision.mustBeOff("attentional_pool", "block_type", "qk_norm", "scaled_cosine_attn");
    vision.mustBeOff("scale_heads", "scale_attn_inner", "scale_attn", "scale_fc");
    int width = vision.integer("width", 768);
    int headWidth = vision.integer("head_width", 64);
    int imageSize = (int) square(vision, "image_size", 224);
    if (vision.has("layers") && vision.required("layers") instanceof JsonArray blocks) {
      return resNet(vision, blocks, width, width * 32 / headWidth, imageSize);
    }
    String pool = vision.text("pool_type", "tok");
    if (!pool.equals("tok") && !pool.equals("avg")) {
      throw vision.unsupported("pool_type " + pool);
    }
    return new VitConfig(
        vision.integer("layers", 12),
        width,
        width / headWidth,
        (int) (width * vision.number("mlp_ratio", 4)),
        (int) square(vision, "patch_size", 16),
        imageSize,
        !vision.flag("no_ln_pre", false),
        pool,
        vision.flag("final_ln_after_pool", false),
        vision.has("ls_init_value"),
        activation(vision, quickGelu),
        epsilon(vision));
  }

  private static ResNetConfig resNet(
      JsonFields vision, JsonArray layers, int width, int heads, int imageSize) {
    if (layers.size() != 4) {
      throw vision.unsupported("a ResNet of " + layers.size() + " layers");
    }
    long[] blocks = new long[4];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = layers.get(i).getAsInt();
    }
    return new ResNetConfig(blocks, width, heads, imageSize);
  }

  private TextConfig text(JsonFields text, boolean quickGelu) {
    if (text.has("hf_model_name")) {
      throw text.unsupported("the Hugging Face text tower " + text.text("hf_model_name", ""));
    }
    if (text.has("text_arch") || text.has("tokenizer_type")) {
      throw text.unsupported("another text tower than OpenCLIP's own");
    }
    text.mustBeOff("embed_cls", "final_ln_after_pool", "block_type", "qk_norm");
    text.mustBeOff("scaled_cosine_attn", "scale_heads", "scale_attn_inner", "scale_attn");
    text.mustBeOff("scale_fc");
    int width = text.integer("width", 512);
    return new TextConfig(
        text.integer("context_length", 77),
        text.integer("vocab_size", 49408),
        width,
        text.integer("heads", 8),
        text.integer("layers", 12),
        (int) (width * text.number("mlp_ratio", 4)),
        textPool(text),
        !text.flag("no_causal_mask", false),
        text.has("ls_init_value"),
        text.integer("eos_id", 2),
        projection(text),
        activation(text, quickGelu),
        epsilon(text),
        tokenizer(text));
  }

  private static TextPool textPool(JsonFields text) {
    String pool = text.text("pool_type", "argmax");
    return switch (pool) {
      case "first" -> TextPool.FIRST;
      case "last" -> TextPool.LAST;
      case "argmax" -> TextPool.ARGMAX;
      case "eos" -> TextPool.EOS;
      default -> throw text.unsupported("pool_type " + pool);
    };
  }

  private static Projection projection(JsonFields text) {
    String type = text.text("proj_type", "linear");
    return switch (type) {
      case "none" -> Projection.NONE;
      case "linear" ->
          text.flag("proj_bias", false) ? Projection.MATRIX_AND_BIAS : Projection.MATRIX;
      default -> throw text.unsupported("proj_type " + type);
    };
  }

  private TokenizerConfig tokenizer(JsonFields text) {
    boolean own = text.has("hf_tokenizer_name");
    String cleaning = own ? "whitespace" : "lower";
    boolean stripSeparator = false;
    if (text.has("tokenizer_kwargs")) {
      JsonFields options =
          new JsonFields(
              file + ": tokenizer_kwargs",
              text.object("tokenizer_kwargs"),
              Set.of("clean", "strip_sep_token"));
      cleaning = options.text("clean", cleaning);
      stripSeparator = options.flag("strip_sep_token", false);
    }
    return new TokenizerConfig(
        own ? text.text("hf_tokenizer_name", "") : null, cleaning, stripSeparator);
  }

  /// QuickGELU by a flag of the whole model; `tanh` by `act_kwargs` (CLIPA, SigLIP).
  private String activation(JsonFields tower, boolean quickGelu) {
    if (quickGelu) {
      return "quick_gelu";
    }
    if (!tower.has("act_kwargs")) {
      return "none";
    }
    JsonFields options =
        new JsonFields(file + ": act_kwargs", tower.object("act_kwargs"), Set.of("approximate"));
    return options.text("approximate", "none");
  }

  private double epsilon(JsonFields tower) {
    if (!tower.has("norm_kwargs")) {
      return DEFAULT_EPSILON;
    }
    JsonFields options =
        new JsonFields(file + ": norm_kwargs", tower.object("norm_kwargs"), Set.of("eps"));
    return options.number("eps", DEFAULT_EPSILON);
  }

  private Preprocessing preprocessing(JsonFields top, int imageSize) {
    JsonObject given = top.has("preprocess_cfg") ? top.object("preprocess_cfg") : new JsonObject();
    JsonFields fields =
        new JsonFields(
            file + ": preprocess_cfg",
            given,
            Set.of("size", "mode", "mean", "std", "interpolation", "resize_mode", "fill_color"));
    if (!fields.text("mode", "RGB").equals("RGB")) {
      throw fields.unsupported("mode " + fields.text("mode", ""));
    }
    int size = (int) square(fields, "size", imageSize);
    if (size != imageSize) {
      throw fields.unsupported("pictures of " + size + " pixels for a tower of " + imageSize);
    }
    String resizeMode = fields.text("resize_mode", "shortest");
    String interpolation = fields.text("interpolation", "bicubic");
    return new Preprocessing(
        size,
        switch (resizeMode) {
          case "shortest" -> Preprocessing.ResizeMode.SHORTEST;
          case "longest" -> Preprocessing.ResizeMode.LONGEST;
          case "squash" -> Preprocessing.ResizeMode.SQUASH;
          default -> throw fields.unsupported("resize_mode " + resizeMode);
        },
        switch (interpolation.toLowerCase(Locale.ROOT)) {
          // The reference takes "random" for bicubic outside training (transform.py).
          case "bicubic", "random" -> dev.imagedb.image.Interpolation.BICUBIC;
          case "bilinear" -> dev.imagedb.image.Interpolation.BILINEAR;
          default -> throw fields.unsupported("interpolation " + interpolation);
        },
        fields.integer("fill_color", 0),
        fields.numbers("mean", Preprocessing.OPENAI_MEAN),
        fields.numbers("std", Preprocessing.OPENAI_DEVIATION));
  }

  /// One number, or twice the same.
  private static double square(JsonFields fields, String key, int otherwise) {
    double[] sides = fields.numbers(key, new double[] {otherwise, otherwise});
    if (sides[0] != sides[1] || sides[0] < 1 || sides[0] > 4096) {
      throw fields.unsupported(key + " of " + sides[0] + " x " + sides[1]);
    }
    return sides[0];
  }

  private static Set<String> union(Set<String> some, String... more) {
    Set<String> all = new java.util.HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
