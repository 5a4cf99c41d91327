package dev.imagedb.embed.openclip;

import com.google.gson.JsonObject;
import java.util.Set;

/// What the configs of both towers have in common: the switches of OpenCLIP's transformer blocks,
/// and the limits within which a tower's numbers are believed. The largest published ones have 64
/// layers (EVA02-E), a width of 1792, pictures of 512 pixels and 1,024 patches; beyond the limits a
/// config is damaged or hostile.
final class TowerFields {
  static final int MOST_LAYERS = 1024;
  static final int LARGEST_WIDTH = 1 << 15;
  static final int LARGEST_SIDE = 1 << 10;
  static final double LARGEST_RATIO = 64;
  static final int LONGEST_CONTEXT = 1 << 13;

  /// Four times XLM-V's 901,629, the largest vocabulary of the family.
  static final int LARGEST_VOCABULARY = 1 << 22;

  /// Attention costs memory by their square.
  private static final int MOST_PATCHES = 1 << 14;

  private static final double DEFAULT_EPSILON = 1e-5;

  /// Of the custom blocks; off unless asked for, and no published model of the family has them.
  private static final String[] BLOCK_EXTRAS = {
    "qk_norm", "scale_heads", "scale_attn_inner", "scale_attn", "scale_fc"
  };

  private TowerFields() {}

  /// The fields of a tower.
  ///
  /// @param known its own keys, beside those of the blocks
  static JsonFields of(String where, JsonObject tower, Set<String> known) {
    Set<String> keys = JsonFields.union(known, BLOCK_EXTRAS);
    JsonFields fields =
        new JsonFields(where, tower, JsonFields.union(keys, "block_type", "scaled_cosine_attn"));
    // The released reference itself fails on cosines: it multiplies four dimensions as if three.
    fields.mustBeOff("scaled_cosine_attn");
    return fields;
  }

  /// What the tower's blocks have beside the common ones. `default` blocks have nothing, whatever
  /// else is said; a config that is silent about their type has what it asks for.
  static BlockExtras blockExtras(JsonFields tower) {
    String type = tower.text("block_type", "custom");
    return switch (type) {
      case "default" -> BlockExtras.NONE;
      case "custom" ->
          new BlockExtras(
              tower.flag("qk_norm", false),
              tower.flag("scale_heads", false),
              tower.flag("scale_attn_inner", false),
              tower.flag("scale_attn", false),
              tower.flag("scale_fc", false));
      default -> throw tower.unsupported("block_type " + type);
    };
  }

  /// The side of the patches that a picture is cut into.
  static int patchSize(JsonFields tower, int otherwise, int imageSize) {
    int side = tower.square("patch_size", otherwise, imageSize);
    int grid = imageSize / side;
    if (grid * grid > MOST_PATCHES) {
      throw tower.unsupported(grid * grid + " patches a picture");
    }
    return side;
  }

  /// Heads that share a width evenly.
  static int heads(JsonFields tower, String key, int otherwise, int width) {
    int heads = tower.count(key, otherwise, width);
    if (width % heads != 0) {
      throw tower.unsupported(heads + " heads in a width of " + width);
    }
    return heads;
  }

  /// The width of the layers between; truncated, as the reference does it.
  static int mlpWidth(JsonFields tower, int width) {
    double ratio = tower.number("mlp_ratio", 4);
    if (!(width * ratio >= 1) || ratio > LARGEST_RATIO) {
      throw tower.unsupported("mlp_ratio " + ratio);
    }
    return (int) (width * ratio);
  }

  /// QuickGELU by a flag of the whole model; `tanh` by `act_kwargs` (CLIPA, SigLIP).
  static String activation(JsonFields tower, boolean quickGelu) {
    if (quickGelu) {
      // nn.GELU's options mean nothing to it: the reference fails on them, too.
      tower.mustBeOff("act_kwargs");
      return "quick_gelu";
    }
    if (!tower.has("act_kwargs")) {
      return "none";
    }
    JsonFields options = tower.fields("act_kwargs", Set.of("approximate"));
    String approximate = options.text("approximate", "none");
    if (!approximate.equals("none") && !approximate.equals("tanh")) {
      throw options.unsupported("approximate " + approximate);
    }
    return approximate;
  }

  static double epsilon(JsonFields tower) {
    if (!tower.has("norm_kwargs")) {
      return DEFAULT_EPSILON;
    }
    return tower.fields("norm_kwargs", Set.of("eps")).number("eps", DEFAULT_EPSILON);
  }
}
