package dev.imagedb.embed.openclip;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A vision transformer of timm's with learned positions: `VisionTransformer` in its
/// vision_transformer.py, and `Eva` in its eva.py, of which EVA-CLIP and Meta's Perception Encoder
/// are made. A config gives only its name; what the name stands for is a fact of timm's, whose
/// table [#named] repeats.
///
/// @param classToken whether there is one before the patches
record TimmTrunk(
    Size size,
    Embedding embedding,
    boolean classToken,
    Block block,
    Rope rope,
    Pool pool,
    double epsilon) {

  /// What a name's trunk may have other than its table says.
  ///
  /// @param mlpRatio how much wider the layers between are
  record Size(int patchSize, int imageSize, int width, int layers, int heads, double mlpRatio) {}

  /// How patches become tokens.
  enum Embedding {
    /// By one layer.
    PATCHES,
    /// By one layer without a bias; tokens are normed before the first block.
    NORMED_PATCHES,
    /// By three convolutions; the class token has no position (`ConvStem` in timm's
    /// vision_transformer_hybrid.py).
    STEM
  }

  /// What the blocks are like.
  ///
  /// @param activation as in TorchScript's gelu: `none` or `tanh`; or `swiglu`
  record Block(Kind kind, Biases biases, boolean layerScale, String activation) {
    enum Kind {
      /// Norms stand before the attention, and before the layers behind it.
      PLAIN,
      /// Norms stand behind them (`EvaBlockPostNorm`).
      POST_NORM,
      /// Norms stand within them, too. Queries, keys and values are stored apart, and so is the
      /// gate of the layers behind.
      SUB_NORM
    }

    /// Which of queries, keys and values have biases.
    enum Biases {
      ALL,
      NONE,
      QUERIES_AND_VALUES
    }
  }

  /// Rotary positions of queries and keys (`RotaryEmbeddingCat` in timm's pos_embed_sincos.py).
  ///
  /// @param grid the side of the grid whose positions those of any other are scaled to; 0 without
  ///   such positions
  /// @param offset of the first position
  /// @param columnsFirst whether the first features tell a patch's column, not its row
  record Rope(int grid, double offset, boolean columnsFirst) {
    static final Rope NONE = new Rope(0, 0, false);
  }

  /// How the tokens of a picture become one.
  enum Pool {
    /// A learned query attends to all tokens (`AttentionPoolLatent`, of big_vision's "MAP head"),
    /// as the blocks do.
    MAP,
    /// The same with eight heads and layers four times as wide, whatever the blocks have.
    EIGHT_HEADED_MAP,
    /// The class token's.
    TOKEN,
    /// The mean of all patches, of which there is no class token.
    AVERAGE
  }

  private static final double EPSILON = 1e-6;
  private static final int FIXED_POOL_HEADS = 8;
  private static final int FIXED_POOL_MLP_RATIO = 4;
  private static final Map<String, TimmTrunk> KNOWN = known();

  /// The trunk of a name.
  static Optional<TimmTrunk> named(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  TimmTrunk withSize(Size other) {
    return new TimmTrunk(other, embedding, classToken, block, rope, pool, epsilon);
  }

  int mlpWidth() {
    return (int) (size.width * size.mlpRatio);
  }

  int grid() {
    return size.imageSize / size.patchSize;
  }

  /// Positions that are learned: one of each patch, and mostly one of the class token.
  int positions() {
    return grid() * grid() + (classToken && embedding != Embedding.STEM ? 1 : 0);
  }

  boolean poolsByAttention() {
    return pool == Pool.MAP || pool == Pool.EIGHT_HEADED_MAP;
  }

  int poolHeads() {
    return pool == Pool.EIGHT_HEADED_MAP ? FIXED_POOL_HEADS : size.heads;
  }

  int poolMlpWidth() {
    return pool == Pool.EIGHT_HEADED_MAP ? FIXED_POOL_MLP_RATIO * size.width : mlpWidth();
  }

  private static Map<String, TimmTrunk> known() {
    Map<String, TimmTrunk> trunks = new HashMap<>();
    putSiglip(trunks);
    putClip(trunks);
    putEva(trunks);
    putPerceptionEncoders(trunks);
    return Map.copyOf(trunks);
  }

  /// Which of them have the other GELU follows no rule: timm's table says so one by one.
  private static void putSiglip(Map<String, TimmTrunk> trunks) {
    for (int side : new int[] {224, 256, 384, 512}) {
      trunks.put(
          "vit_base_patch16_siglip_" + side, siglip(new Size(16, side, 768, 12, 12, 4), "none"));
    }
    trunks.put("vit_base_patch32_siglip_256", siglip(new Size(32, 256, 768, 12, 12, 4), "tanh"));
    for (int side : new int[] {256, 384, 512}) {
      trunks.put(
          "vit_large_patch16_siglip_" + side,
          siglip(new Size(16, side, 1024, 24, 16, 4), side == 512 ? "tanh" : "none"));
      trunks.put("vit_so400m_patch16_siglip_" + side, siglip(shapeOptimal(16, side), "tanh"));
    }
    for (int side : new int[] {224, 378, 384}) {
      trunks.put("vit_so400m_patch14_siglip_" + side, siglip(shapeOptimal(14, side), "none"));
    }
    for (int side : new int[] {256, 384}) {
      trunks.put(
          "vit_giantopt_patch16_siglip_" + side,
          siglip(new Size(16, side, 1536, 40, 16, 4), "tanh"));
    }
  }

  /// The shape of 400 million numbers that "Getting ViT in Shape" (Alabdulmohsin et al., 2023)
  /// found best.
  private static Size shapeOptimal(int patchSize, int imageSize) {
    return new Size(patchSize, imageSize, 1152, 27, 16, 3.7362);
  }

  private static TimmTrunk siglip(Size size, String activation) {
    Block block = new Block(Block.Kind.PLAIN, Block.Biases.ALL, false, activation);
    return new TimmTrunk(size, Embedding.PATCHES, false, block, Rope.NONE, Pool.MAP, EPSILON);
  }

  private static void putClip(Map<String, TimmTrunk> trunks) {
    Block plain = new Block(Block.Kind.PLAIN, Block.Biases.ALL, false, "none");
    trunks.put(
        "vit_large_patch14_clip_224",
        new TimmTrunk(
            new Size(14, 224, 1024, 24, 16, 4),
            Embedding.NORMED_PATCHES,
            true,
            plain,
            Rope.NONE,
            Pool.TOKEN,
            1e-5));
    trunks.put(
        "vit_base_mci_224",
        new TimmTrunk(
            new Size(16, 224, 768, 12, 12, 4),
            Embedding.STEM,
            true,
            plain,
            Rope.NONE,
            Pool.TOKEN,
            EPSILON));
    trunks.put(
        "vit_medium_patch16_gap_256",
        new TimmTrunk(
            new Size(16, 256, 512, 12, 8, 4),
            Embedding.PATCHES,
            false,
            new Block(Block.Kind.PLAIN, Block.Biases.NONE, true, "none"),
            Rope.NONE,
            Pool.AVERAGE,
            EPSILON));
  }

  private static void putEva(Map<String, TimmTrunk> trunks) {
    Rope rope = new Rope(16, 0, false);
    trunks.put(
        "eva_giant_patch14_224",
        eva(new Size(14, 224, 1408, 40, 16, 6144 / 1408.), Block.Kind.PLAIN, "none", Rope.NONE));
    trunks.put(
        "eva02_base_patch16_clip_224",
        eva(new Size(16, 224, 768, 12, 12, 8 / 3.), Block.Kind.SUB_NORM, "swiglu", rope));
    for (int side : new int[] {224, 336}) {
      trunks.put(
          "eva02_large_patch14_clip_" + side,
          eva(new Size(14, side, 1024, 24, 16, 8 / 3.), Block.Kind.SUB_NORM, "swiglu", rope));
    }
    trunks.put(
        "eva02_enormous_patch14_clip_224",
        eva(
            new Size(14, 224, 1792, 64, 16, 15360 / 1792.),
            Block.Kind.POST_NORM,
            "none",
            Rope.NONE));
  }

  private static TimmTrunk eva(Size size, Block.Kind kind, String activation, Rope rope) {
    Block block = new Block(kind, Block.Biases.QUERIES_AND_VALUES, false, activation);
    return new TimmTrunk(size, Embedding.PATCHES, true, block, rope, Pool.TOKEN, EPSILON);
  }

  private static void putPerceptionEncoders(Map<String, TimmTrunk> trunks) {
    trunks.put("vit_pe_core_tiny_patch16_384", perception(new Size(16, 384, 192, 12, 3, 4)));
    trunks.put("vit_pe_core_small_patch16_384", perception(new Size(16, 384, 384, 12, 6, 4)));
    trunks.put("vit_pe_core_base_patch16_224", perception(new Size(16, 224, 768, 12, 12, 4)));
    trunks.put("vit_pe_core_large_patch14_336", perception(new Size(14, 336, 1024, 24, 16, 4)));
    trunks.put(
        "vit_pe_core_gigantic_patch14_448",
        perception(new Size(14, 448, 1536, 50, 16, 8960 / 1536.), false, new Rope(32, 0, true)));
  }

  /// Those with a class token count positions from one, on the grid they were trained on.
  private static TimmTrunk perception(Size size) {
    return perception(size, true, new Rope(size.imageSize / size.patchSize, 1, true));
  }

  private static TimmTrunk perception(Size size, boolean classToken, Rope rope) {
    return new TimmTrunk(
        size,
        Embedding.NORMED_PATCHES,
        classToken,
        new Block(Block.Kind.PLAIN, Block.Biases.ALL, false, "none"),
        rope,
        Pool.EIGHT_HEADED_MAP,
        1e-5);
  }
}
