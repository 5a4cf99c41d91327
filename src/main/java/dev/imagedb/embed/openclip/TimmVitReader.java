package dev.imagedb.embed.openclip;

import java.util.Locale;
import java.util.Set;

/// Reads the `timm_*` keys of a `vision_cfg` whose tower is a plain vision transformer (`TimmModel`
/// in OpenCLIP's timm_model.py).
final class TimmVitReader {
  private static final int LARGEST_SIDE = 4096;
  private static final double LARGEST_RATIO = 64;

  /// Those arguments of timm's `VisionTransformer` that change nothing but its size.
  private static final Set<String> ARGUMENTS =
      Set.of("img_size", "patch_size", "embed_dim", "depth", "num_heads", "mlp_ratio");

  private final JsonFields vision;
  private final String name;

  private TimmVitReader(JsonFields vision, String name) {
    this.vision = vision;
    this.name = name;
  }

  /// Whether timm's model of this name is a plain vision transformer.
  static boolean knows(String name) {
    return TimmTrunk.named(name).isPresent();
  }

  /// Reads the tower of a name that is [known][#knows].
  static TimmVitConfig read(JsonFields vision, String name) {
    return new TimmVitReader(vision, name).tower();
  }

  private TimmVitConfig tower() {
    TimmTrunk trunk = sized(TimmTrunk.named(name).orElseThrow());
    int imageSize = vision.square("image_size", 224, LARGEST_SIDE);
    if (imageSize != trunk.imageSize()) {
      throw vision.unsupported("pictures of " + imageSize + " pixels in " + name);
    }
    TimmHead head = head();
    checkPool(trunk, head);
    return new TimmVitConfig(trunk, head);
  }

  private TimmTrunk sized(TimmTrunk trunk) {
    if (!vision.has("timm_model_kwargs")) {
      return trunk;
    }
    JsonFields sizes = vision.fields("timm_model_kwargs", ARGUMENTS);
    int imageSize = sizes.square("img_size", trunk.imageSize(), LARGEST_SIDE);
    TimmTrunk sized =
        new TimmTrunk(
            sizes.square("patch_size", trunk.patchSize(), imageSize),
            imageSize,
            sizes.count("embed_dim", trunk.width(), TowerFields.LARGEST_WIDTH),
            sizes.count("depth", trunk.layers(), TowerFields.MOST_LAYERS),
            sizes.count("num_heads", trunk.heads(), TowerFields.LARGEST_WIDTH),
            sizes.number("mlp_ratio", trunk.mlpRatio()),
            trunk.pool(),
            trunk.normBefore(),
            trunk.queryBias(),
            trunk.layerScale(),
            trunk.activation(),
            trunk.epsilon());
    checkShape(sizes, sized);
    return sized;
  }

  private static void checkShape(JsonFields sizes, TimmTrunk trunk) {
    if (trunk.width() % trunk.heads() != 0) {
      throw sizes.unsupported(trunk.heads() + " heads in a width of " + trunk.width());
    }
    if (trunk.mlpRatio() > LARGEST_RATIO || trunk.mlpWidth() < 1) {
      throw sizes.unsupported("mlp_ratio " + trunk.mlpRatio());
    }
  }

  /// No `timm_proj` at all means that timm's own classifier is the projection.
  private TimmHead head() {
    String projection = textOrNone("timm_proj", "linear");
    return switch (projection) {
      case "" -> TimmHead.CLASSIFIER;
      case "none" -> TimmHead.NONE;
      case "linear" ->
          vision.flag("timm_proj_bias", false) ? TimmHead.MATRIX_AND_BIAS : TimmHead.MATRIX;
      default -> throw vision.unsupported("timm_proj " + projection);
    };
  }

  /// Any pooling but the trunk's own would change its norms, too. None at all means its own, too,
  /// but only with a projection behind the trunk.
  private void checkPool(TimmTrunk trunk, TimmHead head) {
    String own =
        switch (trunk.pool()) {
          case MAP, TOKEN -> trunk.pool().name().toLowerCase(Locale.ROOT);
          case AVERAGE -> "avg";
        };
    String pool = textOrNone("timm_pool", "avg");
    boolean kept = pool.isEmpty() && (head == TimmHead.MATRIX || head == TimmHead.MATRIX_AND_BIAS);
    if (!pool.equals(own) && !kept) {
      throw vision.unsupported("timm_pool '" + pool + "' in " + name);
    }
  }

  /// A key's text; null says none, silence the reference's default.
  private String textOrNone(String key, String otherwise) {
    return vision.text(key, vision.isNull(key) ? "" : otherwise);
  }
}
