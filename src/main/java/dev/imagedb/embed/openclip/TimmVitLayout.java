package dev.imagedb.embed.openclip;

import static dev.imagedb.embed.openclip.TrunkConfig.TRUNK;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.openclip.Tower.Step;
import dev.imagedb.fault.UserException;
import java.util.List;

/// Where the tensors of a timm vision transformer lie. Its blocks are OpenCLIP's under other names,
/// so they go to libtorch under OpenCLIP's, and one code serves both.
final class TimmVitLayout {
  private final Weights weights;
  private final TimmTrunk trunk;
  private final long width;

  private TimmVitLayout(Weights weights, TimmTrunk trunk) {
    this.weights = weights;
    this.trunk = trunk;
    this.width = trunk.width();
  }

  /// Wants all tensors of `visual.*`.
  ///
  /// @throws UserException where one is missing, or vectors would not have the config's dimension
  static TowerLayout of(Weights weights, TimmVitConfig config, long dimension) {
    TimmVitLayout layout = new TimmVitLayout(weights, config.trunk());
    layout.want();
    layout.head(config.head(), dimension);
    return layout.tower();
  }

  private void want() {
    embedding();
    for (int layer = 0; layer < trunk.layers(); layer++) {
      block(TRUNK + "blocks." + layer + ".", "visual.transformer.resblocks." + layer + ".");
    }
    weights.wantNorm(TRUNK + "norm", width);
    if (trunk.pool() == TimmTrunk.Pool.MAP) {
      attentionPool(TRUNK + "attn_pool.");
    }
  }

  private TowerLayout tower() {
    return new TowerLayout(
        List.of(new Step("complete", List.of(), List.of((long) trunk.layers()))),
        List.of("transformer.py", "attention_pool.py", "patches.py", "timm_vision_transformer.py"),
        () ->
            List.of(
                IValue.from(trunk.layers()),
                IValue.from(trunk.heads()),
                IValue.from(trunk.patchSize()),
                IValue.from(trunk.activation()),
                IValue.from(trunk.epsilon()),
                IValue.from(trunk.pool().name())));
  }

  private void embedding() {
    String patches = TRUNK + "patch_embed.proj.";
    weights
        .want(patches + "weight", width, 3, trunk.patchSize(), trunk.patchSize())
        .markLinear(patches + "weight")
        .want(TRUNK + "pos_embed", 1, trunk.positions(), width);
    if (trunk.normBefore()) {
      weights.wantNorm(TRUNK + "norm_pre", width);
    } else {
      weights.want(patches + "bias", width);
    }
    if (trunk.classToken()) {
      weights.want(TRUNK + "cls_token", 1, 1, width);
    }
  }

  private void block(String timm, String own) {
    norm(timm + "norm1", own + "ln_1");
    matrix(timm + "attn.qkv.weight", own + "attn.in_proj_weight", 3 * width, width);
    if (trunk.queryBias()) {
      weights.wantAs(own + "attn.in_proj_bias", timm + "attn.qkv.bias", 3 * width);
    }
    linear(timm + "attn.proj", own + "attn.out_proj", width, width);
    norm(timm + "norm2", own + "ln_2");
    linear(timm + "mlp.fc1", own + "mlp.c_fc", trunk.mlpWidth(), width);
    linear(timm + "mlp.fc2", own + "mlp.c_proj", width, trunk.mlpWidth());
    if (trunk.layerScale()) {
      weights.wantAs(own + "ls_1.gamma", timm + "ls1.gamma", width);
      weights.wantAs(own + "ls_2.gamma", timm + "ls2.gamma", width);
    }
  }

  private void norm(String timm, String own) {
    weights.wantAs(own + ".weight", timm + ".weight", width);
    weights.wantAs(own + ".bias", timm + ".bias", width);
  }

  private void linear(String timm, String own, long out, long in) {
    matrix(timm + ".weight", own + ".weight", out, in);
    weights.wantAs(own + ".bias", timm + ".bias", out);
  }

  private void matrix(String timm, String own, long out, long in) {
    weights.wantAs(own, timm, out, in).markLinear(own);
  }

  private void attentionPool(String prefix) {
    weights.want(prefix + "latent", 1, 1, width).wantNorm(prefix + "norm", width);
    linear(prefix + "q", prefix + "q", width, width);
    linear(prefix + "kv", prefix + "kv", 2 * width, width);
    linear(prefix + "proj", prefix + "proj", width, width);
    linear(prefix + "mlp.fc1", prefix + "mlp.fc1", trunk.mlpWidth(), width);
    linear(prefix + "mlp.fc2", prefix + "mlp.fc2", width, trunk.mlpWidth());
  }

  private void head(TimmHead head, long dimension) {
    switch (head) {
      case NONE -> checkDimension(dimension);
      case CLASSIFIER -> linear(TRUNK + "head", "visual.head", dimension, width);
      case MATRIX -> matrix("visual.head.proj.weight", "visual.head.weight", dimension, width);
      case MATRIX_AND_BIAS -> linear("visual.head.proj", "visual.head", dimension, width);
    }
  }

  private void checkDimension(long dimension) {
    if (dimension != width) {
      throw UserException.failed(
          "the config asks for vectors of "
              + dimension
              + " numbers, but its image tower gives "
              + width,
          "fetch the model's files anew");
    }
  }
}
