package dev.imagedb.embed.openclip;

import java.util.stream.IntStream;

/// MobileCLIP's image tower (arXiv 2311.17049; `fastvit_mci*` in timm's fastvit.py).
///
/// @param blocks in each stage
/// @param widths features in each stage, each a multiple of 32 where there is attention
/// @param mlpRatio how much wider the layers between are
/// @param gated whether features are weighed by their averages on the way to the later stages
/// @param stemScale whether the stem was trained with a branch of single pixels
/// @param layerNorm whether attention has a layer norm before it, instead of a batch norm
@SuppressWarnings("ArrayRecordComponent") // never compared
record FastVitConfig(
    int imageSize,
    long[] blocks,
    long[] widths,
    int mlpRatio,
    boolean gated,
    boolean stemScale,
    boolean layerNorm,
    TrunkHead head)
    implements TrunkConfig {

  private static final int HEAD_WIDTH = 32;

  /// Squeeze and excitation stand before the third and the fourth stage.
  boolean isGated(int stage) {
    return gated && stage >= 2;
  }

  /// Stages that mix by attention, and not by convolution.
  boolean hasAttention(int stage) {
    return stage >= 3;
  }

  /// Whether the stages with attention can be divided into its heads of 32 features.
  boolean headsFit() {
    return IntStream.range(0, widths.length)
        .filter(this::hasAttention)
        .allMatch(stage -> widths[stage] % HEAD_WIDTH == 0);
  }

  @Override
  public TowerLayout layout(Weights weights, int dimension) {
    return new FastVitLayout(this, weights).want(dimension);
  }
}
