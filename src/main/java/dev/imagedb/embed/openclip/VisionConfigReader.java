package dev.imagedb.embed.openclip;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Set;

/// Reads `vision_cfg` (`CLIPVisionCfg` in OpenCLIP's model.py).
final class VisionConfigReader {
  private static final int LARGEST_SIDE = 4096;
  private static final int RESNET_STRIDE = 32;

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
    if (vision.has("timm_model_name")) {
      return timm(vision, vision.text("timm_model_name", ""));
    }
    vision.mustBeOff("attentional_pool", "image_seq_len");
    if (vision.integer("in_chans", 3) != 3) {
      throw vision.unsupported("pictures of " + vision.integer("in_chans") + " channels");
    }
    return new VisionConfigReader(vision, quickGelu).tower();
  }

  private static VisionConfig timm(JsonFields vision, String name) {
    if (TimmVitReader.knows(name)) {
      return TimmVitReader.read(vision, name);
    }
    return TrunkConfigReader.read(vision, vision.square("image_size", 224, LARGEST_SIDE));
  }

  private VisionConfig tower() {
    int width = vision.count("width", 768, TowerFields.LARGEST_WIDTH);
    int headWidth = vision.count("head_width", 64, TowerFields.LARGEST_WIDTH);
    int imageSize = vision.square("image_size", 224, LARGEST_SIDE);
    if (vision.has("layers") && vision.required("layers") instanceof JsonArray) {
      return resNet(width, headWidth, imageSize);
    }
    return vit(width, heads(width, headWidth), imageSize);
  }

  private VitConfig vit(int width, int heads, int imageSize) {
    return new VitConfig(
        vision.count("layers", 12, TowerFields.MOST_LAYERS),
        width,
        heads,
        TowerFields.mlpWidth(vision, width),
        vision.square("patch_size", 16, imageSize),
        imageSize,
        !vision.flag("no_ln_pre", false),
        pool(),
        vision.flag("final_ln_after_pool", false),
        vision.has("ls_init_value"),
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

  private String pool() {
    String pool = vision.text("pool_type", "tok");
    if (!pool.equals("tok") && !pool.equals("avg")) {
      throw vision.unsupported("pool_type " + pool);
    }
    return pool;
  }
}
