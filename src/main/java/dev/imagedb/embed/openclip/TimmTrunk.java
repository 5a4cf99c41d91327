package dev.imagedb.embed.openclip;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A plain vision transformer of timm's (`VisionTransformer` in its vision_transformer.py): learned
/// positions, and blocks as OpenCLIP's own. A config gives only its name; what the name stands for
/// is a fact of timm's, whose table [#named] repeats.
///
/// @param normBefore whether tokens are normed before the first block, for which the patches have
///   no bias
/// @param queryBias whether queries, keys and values have one
/// @param activation as in TorchScript's gelu: `none` or `tanh`
record TimmTrunk(
    int patchSize,
    int imageSize,
    int width,
    int layers,
    int heads,
    double mlpRatio,
    Pool pool,
    boolean normBefore,
    boolean queryBias,
    boolean layerScale,
    String activation,
    double epsilon) {

  /// How the tokens of a picture become one.
  enum Pool {
    /// A learned query attends to all patches (`AttentionPoolLatent`, of big_vision's "MAP head").
    MAP,
    /// The class token's.
    TOKEN,
    /// The mean of all patches, of which there is no class token.
    AVERAGE
  }

  private static final double EPSILON = 1e-6;
  private static final Map<String, TimmTrunk> KNOWN = known();

  /// The trunk of a name.
  static Optional<TimmTrunk> named(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  int mlpWidth() {
    return (int) (width * mlpRatio);
  }

  int grid() {
    return imageSize / patchSize;
  }

  /// There is a class token where features are taken from it, and nowhere else.
  boolean classToken() {
    return pool == Pool.TOKEN;
  }

  /// Positions that are learned: one of each patch, and one of the class token.
  int positions() {
    return grid() * grid() + (classToken() ? 1 : 0);
  }

  /// Which of them have the other GELU follows no rule: timm's table says so one by one.
  private static Map<String, TimmTrunk> known() {
    Map<String, TimmTrunk> trunks = new HashMap<>();
    for (int size : new int[] {224, 256, 384, 512}) {
      trunks.put("vit_base_patch16_siglip_" + size, siglip(16, size, 768, 12, 12, 4, "none"));
    }
    trunks.put("vit_base_patch32_siglip_256", siglip(32, 256, 768, 12, 12, 4, "tanh"));
    for (int size : new int[] {256, 384, 512}) {
      String activation = size == 512 ? "tanh" : "none";
      trunks.put("vit_large_patch16_siglip_" + size, siglip(16, size, 1024, 24, 16, 4, activation));
      trunks.put("vit_so400m_patch16_siglip_" + size, shapeOptimal(16, size, "tanh"));
    }
    for (int size : new int[] {224, 378, 384}) {
      trunks.put("vit_so400m_patch14_siglip_" + size, shapeOptimal(14, size, "none"));
    }
    for (int size : new int[] {256, 384}) {
      trunks.put("vit_giantopt_patch16_siglip_" + size, siglip(16, size, 1536, 40, 16, 4, "tanh"));
    }
    trunks.put(
        "vit_large_patch14_clip_224",
        new TimmTrunk(14, 224, 1024, 24, 16, 4, Pool.TOKEN, true, true, false, "none", 1e-5));
    trunks.put(
        "vit_medium_patch16_gap_256",
        new TimmTrunk(16, 256, 512, 12, 8, 4, Pool.AVERAGE, false, false, true, "none", EPSILON));
    return Map.copyOf(trunks);
  }

  /// The shape of 400 million numbers that "Getting ViT in Shape" (Alabdulmohsin et al., 2023)
  /// found best.
  private static TimmTrunk shapeOptimal(int patchSize, int imageSize, String activation) {
    return siglip(patchSize, imageSize, 1152, 27, 16, 3.7362, activation);
  }

  private static TimmTrunk siglip(
      int patchSize,
      int imageSize,
      int width,
      int layers,
      int heads,
      double mlpRatio,
      String activation) {
    return new TimmTrunk(
        patchSize,
        imageSize,
        width,
        layers,
        heads,
        mlpRatio,
        Pool.MAP,
        false,
        true,
        false,
        activation,
        EPSILON);
  }
}
