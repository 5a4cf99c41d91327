package dev.imagedb.embed.openclip;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/// Reads `vision_cfg` (`CLIPVisionCfg` in OpenCLIP's model.py).
final class VisionConfigReader {
  private static final int RESNET_STRIDE = 32;
  private static final int MOST_QUERIES = 1 << 12;

  private static final Set<String> KEYS =
      Set.of(
          "layers",
          "width",
          "head_width",
          "mlp_ratio",
          "patch_size",
          "image_size",
          "image_seq_len",
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

  private final JsonFields vision;
  private final boolean quickGelu;

  private VisionConfigReader(JsonFields vision, boolean quickGelu) {
    this.vision = vision;
    this.quickGelu = quickGelu;
  }

  static VisionConfig read(String where, JsonObject config, boolean quickGelu) {
    JsonFields vision = TowerFields.of(where, config, KEYS);
    vision.mustBeOff("image_seq_len");
    if (vision.has("timm_model_name")) {
      return timm(vision, vision.text("timm_model_name", ""));
    }
    if (vision.integer("in_chans", 3) != 3) {
      throw vision.unsupported("pictures of " + vision.integer("in_chans") + " channels");
    }
    return new VisionConfigReader(vision, quickGelu).tower();
  }

  private static VisionConfig timm(JsonFields vision, String name) {
    if (TimmVitReader.knows(name)) {
      return TimmVitReader.read(vision, name);
    }
    return TrunkConfigReader.read(
        vision, vision.square("image_size", 224, TowerFields.LARGEST_SIDE));
  }

  private VisionConfig tower() {
    int width = vision.count("width", 768, TowerFields.LARGEST_WIDTH);
    int headWidth = vision.count("head_width", 64, TowerFields.LARGEST_WIDTH);
    int imageSize = vision.square("image_size", 224, TowerFields.LARGEST_SIDE);
    if (vision.has("layers") && vision.required("layers") instanceof JsonArray) {
      return resNet(width, headWidth, imageSize);
    }
    return vit(width, heads(width, headWidth), imageSize);
  }

  private VitConfig vit(int width, int heads, int imageSize) {
    checkPositions();
    return new VitConfig(
        vision.count("layers", 12, TowerFields.MOST_LAYERS),
        width,
        heads,
        TowerFields.mlpWidth(vision, width),
        TowerFields.patchSize(vision, 16, imageSize),
        imageSize,
        !vision.flag("no_ln_pre", false),
        pool(),
        vision.has("ls_init_value"),
        TowerFields.blockExtras(vision),
        TowerFields.activation(vision, quickGelu),
        TowerFields.epsilon(vision));
  }

  private ResNetConfig resNet(int width, int headWidth, int imageSize) {
    if (imageSize < RESNET_STRIDE) {
      throw vision.unsupported("image_size " + imageSize + " in a ResNet");
    }
    return new ResNetConfig(
        vision.counts("layers", 4, TowerFields.MOST_LAYERS),
        width,
        heads(width * RESNET_STRIDE, headWidth),
        imageSize);
  }

  private int heads(int features, int headWidth) {
    int heads = features / headWidth;
    if (heads == 0 || features % heads != 0) {
      throw vision.unsupported("heads of width " + headWidth + " in " + features + " features");
    }
    return heads;
  }

  private VitPool pool() {
    String attention = attentionalPool();
    return switch (attention) {
      case "" -> VitPool.ofTokens(average(), vision.flag("final_ln_after_pool", false));
      case "true" -> attention(VitPool.Kind.ATTENTION, average());
      case "parallel" -> attention(VitPool.Kind.PARALLEL, false);
      case "cascade" -> attention(VitPool.Kind.CASCADE, false);
      default -> throw vision.unsupported("attentional_pool " + attention);
    };
  }

  /// A flag or a text; false and the empty text are the same to the reference.
  private String attentionalPool() {
    String key = "attentional_pool";
    if (vision.has(key) && vision.required(key) instanceof JsonPrimitive flag && flag.isBoolean()) {
      return flag.getAsBoolean() ? "true" : "";
    }
    return vision.text(key, "");
  }

  private VitPool attention(VitPool.Kind kind, boolean average) {
    int queries = vision.count("attn_pooler_queries", 256, MOST_QUERIES);
    if (average && queries == 1) {
      throw vision.unsupported("the mean of all queries but the first, of one");
    }
    return new VitPool(
        kind, average, queries, vision.count("attn_pooler_heads", 8, TowerFields.LARGEST_WIDTH));
  }

  private boolean average() {
    String pool = vision.text("pool_type", "tok");
    return switch (pool) {
      case "tok" -> false;
      case "avg" -> true;
      default -> throw vision.unsupported("pool_type " + pool);
    };
  }

  /// Positions lie in the weights, whichever way they came about.
  private void checkPositions() {
    String type = vision.text("pos_embed_type", "learnable");
    if (!type.equals("learnable") && !type.equals("sin_cos_2d")) {
      throw vision.unsupported("pos_embed_type " + type);
    }
  }
}
