package dev.imagedb.embed.openclip;

import static dev.imagedb.embed.openclip.TrunkConfig.TRUNK;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.openclip.Tower.Step;
import java.util.ArrayList;
import java.util.List;

/// Where the tensors of a FastViT lie. It is trained with several branches side by side, which are
/// one convolution each when it is used (structural reparametrisation, arXiv 2303.14189): a file
/// holds either the branches, which are then fused at load, or the convolutions (`reparam_conv`).
final class FastVitLayout {
  private static final String FUSED = "reparam_conv";
  private static final int LARGE_SIDE = 7;
  private static final int SMALL_SIDE = 3;

  private final FastVitConfig config;
  private final Weights weights;
  private final Folding folding;
  private final List<String> branched = new ArrayList<>();
  private final List<String> large = new ArrayList<>();
  private final List<String> mixers = new ArrayList<>();
  private final List<String> positions = new ArrayList<>();
  private final List<String> normedAttention = new ArrayList<>();

  FastVitLayout(FastVitConfig config, Weights weights) {
    this.config = config;
    this.weights = weights;
    this.folding = new Folding(weights);
  }

  TowerLayout want(int dimension) {
    wantStem(config.widths()[0]);
    for (int stage = 0; stage < config.blocks().length; stage++) {
      wantStage(stage);
    }
    long width = config.widths()[config.widths().length - 1];
    long features = 2 * width;
    wantBranches(TRUNK + "final_conv.", features, 1, SMALL_SIDE, true, false);
    wantGate(TRUNK + "final_conv.se.", features, Math.max(1, (features + 8) / 16));
    String layer = config.head().want(weights, TRUNK + "head.fc", features, dimension);
    return new TowerLayout(
        steps(),
        List.of(
            "folding.py",
            "flattening.py",
            "fast_vit_fusing.py",
            "patches.py",
            "trunk.py",
            "fast_vit.py"),
        () -> List.of(IValue.listFrom(config.blocks()), IValue.from(layer)));
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Folding.add(steps, "fuse_branches", List.of(branched));
    Folding.add(steps, "fuse_kernels", List.of(large));
    Folding.add(steps, "fuse_mixers", List.of(mixers));
    Folding.add(steps, "fuse_positions", List.of(positions));
    Folding.add(steps, "fuse_attention", List.of(normedAttention));
    steps.addAll(folding.steps());
    return steps;
  }

  private void wantStem(long width) {
    String stem = TRUNK + "stem.";
    wantBranches(stem + "0.", width, 3, SMALL_SIDE, config.stemScale(), false);
    wantBranches(stem + "1.", width, 1, SMALL_SIDE, config.stemScale(), false);
    wantPointwise(stem + "2.", width);
  }

  private void wantStage(int stage) {
    String prefix = TRUNK + "stages." + stage + ".";
    long width = config.widths()[stage];
    if (stage > 0) {
      wantDownsample(prefix + "downsample.proj.", width, config.isGated(stage));
    }
    if (config.hasAttention(stage)) {
      wantPositions(prefix + "pos_emb.", width);
    }
    for (int block = 0; block < config.blocks()[stage]; block++) {
      wantBlock(prefix + "blocks." + block + ".", width, config.hasAttention(stage));
    }
  }

  private void wantDownsample(String prefix, long width, boolean gated) {
    if (!wantFused(prefix + "0.", width, 1, LARGE_SIDE)) {
      wantBranch(prefix + "0.large_conv.", width, 1, LARGE_SIDE);
      wantBranch(prefix + "0.small_conv.", width, 1, SMALL_SIDE);
      large.add(prefix + "0.");
    }
    if (gated) {
      // A quarter, to a multiple of 8.
      wantGate(prefix + "0.se.", width, Math.max(8, (width + 16) / 32 * 8));
    }
    wantPointwise(prefix + "1.", width);
  }

  private void wantPositions(String prefix, long width) {
    if (!wantFused(prefix, width, 1, LARGE_SIDE)) {
      weights.want(prefix + "pos_enc.weight", width, 1, LARGE_SIDE, LARGE_SIDE);
      weights.want(prefix + "pos_enc.bias", width);
      positions.add(prefix);
    }
  }

  private void wantBlock(String prefix, long width, boolean attention) {
    if (attention) {
      wantAttention(prefix, width);
    } else {
      wantMixer(prefix + "token_mixer.", width);
    }
    String mlp = prefix + "mlp.";
    folding.normed(mlp + "conv.conv", mlp + "conv.bn", width, 1, LARGE_SIDE);
    folding.patches(mlp + "fc1", config.mlpRatio() * width, width, 1);
    folding.patches(mlp + "fc2", width, config.mlpRatio() * width, 1);
    String scale = attention ? "layer_scale_2.gamma" : "layer_scale.gamma";
    folding.scale(mlp + "fc2", prefix + scale, width, 1, 1);
  }

  private void wantAttention(String prefix, long width) {
    String mixer = prefix + "token_mixer.";
    if (config.layerNorm()) {
      weights.wantNorm(prefix + "norm", width);
    } else {
      weights.wantBatchNorm(prefix + "norm", width);
      normedAttention.add(prefix);
    }
    weights.want(mixer + "qkv.weight", 3 * width, width).markLinear(mixer + "qkv.weight");
    weights.wantLinear(mixer + "proj.weight", mixer + "proj.bias", width, width);
    folding.scale(mixer + "proj", prefix + "layer_scale_1.gamma", width, 1, 1);
  }

  private void wantMixer(String prefix, long width) {
    if (!wantFused(prefix, width, 1, SMALL_SIDE)) {
      wantBranches(prefix + "mixer.", width, 1, SMALL_SIDE, true, true);
      weights.wantBatchNorm(prefix + "norm.identity", width);
      weights.want(prefix + "layer_scale.gamma", width, 1, 1);
      mixers.add(prefix);
    }
  }

  private void wantPointwise(String prefix, long width) {
    wantBranches(prefix, width, width, 1, false, true);
    folding.flatten(prefix + FUSED);
  }

  /// Wants a `MobileOneBlock`.
  ///
  /// @param in features that go into one group
  /// @param scale whether there is a branch of single pixels
  /// @param identity whether there is one of the input itself
  private void wantBranches(
      String prefix, long out, long in, long side, boolean scale, boolean identity) {
    if (wantFused(prefix, out, in, side)) {
      return;
    }
    wantBranch(prefix + "conv_kxk.0.", out, in, side);
    if (scale) {
      wantBranch(prefix + "conv_scale.", out, in, 1);
    }
    if (identity) {
      weights.wantBatchNorm(prefix + "identity", out);
    }
    branched.add(prefix);
  }

  private void wantBranch(String prefix, long out, long in, long side) {
    weights.want(prefix + "conv.weight", out, in, side, side).wantBatchNorm(prefix + "bn", out);
  }

  /// Wants a convolution that is fused already; whether it is.
  private boolean wantFused(String prefix, long out, long in, long side) {
    if (!weights.has(prefix + FUSED + ".weight")) {
      return false;
    }
    weights
        .want(prefix + FUSED + ".weight", out, in, side, side)
        .want(prefix + FUSED + ".bias", out);
    return true;
  }

  private void wantGate(String prefix, long width, long narrow) {
    folding.patches(prefix + "fc1", narrow, width, 1);
    folding.patches(prefix + "fc2", width, narrow, 1);
  }
}
