package dev.imagedb.embed.openclip;

import dev.imagedb.embed.openclip.TimmTrunk.Size;
import java.util.Set;

/// Reads the `timm_*` keys of a `vision_cfg` whose tower is a vision transformer (`TimmModel` in
/// OpenCLIP's timm_model.py).
final class TimmVitReader {
  /// Rotary positions take features by fours: a sine and a cosine of a row and a column.
  private static final int ROTATED = 4;

  /// Those arguments of timm's that change nothing but the size.
  private static final Set<String> ARGUMENTS =
      Set.of("img_size", "patch_size", "embed_dim", "depth", "num_heads", "mlp_ratio");

  /// timm makes this one for the mean of all tokens, with a norm behind it, and OpenCLIP tells it
  /// of another pooling in time only where the classifier is the network's own.
  private static final String MEAN_BY_DEFAULT = "eva_giant_patch14_224";

  private static final Set<String> STEM_ARGUMENTS = Set.of("depth");

  private final JsonFields vision;
  private final String name;

  private TimmVitReader(JsonFields vision, String name) {
    this.vision = vision;
    this.name = name;
  }

  /// Whether timm's model of this name is a vision transformer.
  static boolean knows(String name) {
    return TimmTrunk.named(name).isPresent();
  }

  /// Reads the tower of a name that is [known][#knows].
  static TimmVitConfig read(JsonFields vision, String name) {
    return new TimmVitReader(vision, name).tower();
  }

  private TimmVitConfig tower() {
    TimmTrunk trunk = sized(TimmTrunk.named(name).orElseThrow());
    int imageSize = vision.square("image_size", 224, TowerFields.LARGEST_SIDE);
    if (imageSize != trunk.size().imageSize()) {
      throw vision.unsupported("pictures of " + imageSize + " pixels in " + name);
    }
    TrunkHead head = TrunkHead.read(vision, pool(trunk));
    if (name.equals(MEAN_BY_DEFAULT) && head.kind() != TrunkHead.Kind.CLASSIFIER) {
      throw vision.unsupported("timm_proj " + vision.text("timm_proj", "linear") + " in " + name);
    }
    return new TimmVitConfig(trunk, head);
  }

  private static String pool(TimmTrunk trunk) {
    return switch (trunk.pool()) {
      case MAP, EIGHT_HEADED_MAP -> "map";
      case TOKEN -> "token";
      case AVERAGE -> "avg";
    };
  }

  private TimmTrunk sized(TimmTrunk trunk) {
    if (!vision.has("timm_model_kwargs")) {
      return trunk;
    }
    boolean stem = trunk.embedding() == TimmTrunk.Embedding.STEM;
    JsonFields sizes = vision.fields("timm_model_kwargs", stem ? STEM_ARGUMENTS : ARGUMENTS);
    Size named = trunk.size();
    int imageSize = sizes.square("img_size", named.imageSize(), TowerFields.LARGEST_SIDE);
    TimmTrunk sized =
        trunk.withSize(
            new Size(
                TowerFields.patchSize(sizes, named.patchSize(), imageSize),
                imageSize,
                sizes.count("embed_dim", named.width(), TowerFields.LARGEST_WIDTH),
                sizes.count("depth", named.layers(), TowerFields.MOST_LAYERS),
                sizes.count("num_heads", named.heads(), TowerFields.LARGEST_WIDTH),
                sizes.number("mlp_ratio", named.mlpRatio())));
    checkShape(sizes, sized);
    return sized;
  }

  private static void checkShape(JsonFields sizes, TimmTrunk trunk) {
    int width = trunk.size().width();
    checkHeads(sizes, trunk.size().heads(), width, trunk.rope().grid() > 0 ? ROTATED : 1);
    checkHeads(sizes, trunk.poolHeads(), width, 1);
    double ratio = trunk.size().mlpRatio();
    if (ratio > TowerFields.LARGEST_RATIO || trunk.mlpWidth() < 1) {
      throw sizes.unsupported("mlp_ratio " + ratio);
    }
  }

  /// @param multiple of which number each head has features
  private static void checkHeads(JsonFields sizes, int heads, int width, int multiple) {
    if (width % (heads * (long) multiple) != 0) {
      throw sizes.unsupported(heads + " heads in a width of " + width);
    }
  }
}
