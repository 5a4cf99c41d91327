package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import java.util.List;

/// A ConvNeXt (arXiv 2201.03545; timm's convnext.py).
///
/// @param blocks in each of the four stages
/// @param widths features in each of the four stages
@SuppressWarnings("ArrayRecordComponent") // never compared
record ConvNextConfig(int imageSize, long[] blocks, long[] widths, double epsilon, TrunkHead head)
    implements TrunkConfig {

  private static final int STEM_SIDE = 4;
  private static final int KERNEL_SIDE = 7;
  private static final int EXPANSION = 4;

  @Override
  public TowerLayout layout(Weights weights, int dimension) {
    Folding folding = new Folding(weights);
    folding.patches(TRUNK + "stem.0", widths[0], 3, STEM_SIDE);
    weights.wantNorm(TRUNK + "stem.1", widths[0]);
    for (int stage = 0; stage < blocks.length; stage++) {
      wantStage(folding, stage);
    }
    long features = widths[widths.length - 1];
    weights.wantNorm(TRUNK + "head.norm", features);
    String layer = head.want(weights, TRUNK + "head.fc", features, dimension);
    return new TowerLayout(
        folding.steps(),
        List.of("flattening.py", "patches.py", "trunk.py", "conv_next.py"),
        () -> List.of(IValue.listFrom(blocks), IValue.from(epsilon), IValue.from(layer)));
  }

  private void wantStage(Folding folding, int stage) {
    String prefix = TRUNK + "stages." + stage + ".";
    if (stage > 0) {
      folding.weights().wantNorm(prefix + "downsample.0", widths[stage - 1]);
      folding.patches(prefix + "downsample.1", widths[stage], widths[stage - 1], 2);
    }
    for (int block = 0; block < blocks[stage]; block++) {
      wantBlock(folding, prefix + "blocks." + block + ".", widths[stage]);
    }
  }

  private void wantBlock(Folding folding, String prefix, long width) {
    String convolution = prefix + "conv_dw";
    String narrow = prefix + "mlp.fc2";
    long wide = EXPANSION * width;
    folding
        .weights()
        .want(convolution + ".weight", width, 1, KERNEL_SIDE, KERNEL_SIDE)
        .want(convolution + ".bias", width)
        .wantNorm(prefix + "norm", width)
        .wantLinear(prefix + "mlp.fc1.weight", prefix + "mlp.fc1.bias", wide, width)
        .wantLinear(narrow + ".weight", narrow + ".bias", width, wide);
    folding.scale(narrow, prefix + "gamma", width);
  }
}
