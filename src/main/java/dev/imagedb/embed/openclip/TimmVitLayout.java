package dev.imagedb.embed.openclip;

import static dev.imagedb.embed.openclip.TrunkConfig.TRUNK;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.openclip.TimmTrunk.Block;
import dev.imagedb.embed.openclip.TimmTrunk.Embedding;
import dev.imagedb.embed.openclip.Tower.Step;
import java.util.ArrayList;
import java.util.List;

/// Where the tensors of a timm vision transformer lie. Its blocks are OpenCLIP's under other names,
/// so they go to libtorch under OpenCLIP's, and one code serves both.
final class TimmVitLayout {
  private final Weights weights;
  private final Folding folding;
  private final TimmTrunk trunk;
  private final long width;

  TimmVitLayout(Weights weights, TimmTrunk trunk) {
    this.weights = weights;
    this.folding = new Folding(weights);
    this.trunk = trunk;
    this.width = trunk.size().width();
  }

  /// Wants all tensors of `visual.*`.
  ///
  /// @throws dev.imagedb.fault.UserException where one is missing, or vectors would not have the
  ///   config's dimension
  TowerLayout want(TrunkHead head, long dimension) {
    wantEmbedding();
    for (int layer = 0; layer < trunk.size().layers(); layer++) {
      wantBlock(TRUNK + "blocks." + layer + ".", "visual.transformer.resblocks." + layer + ".");
    }
    weights.wantNorm(TRUNK + "norm", width);
    if (trunk.poolsByAttention()) {
      wantAttentionPool(TRUNK + "attn_pool.");
    }
    return tower(head.want(weights, TRUNK + "head", width, dimension));
  }

  private TowerLayout tower(String layer) {
    List<Step> steps = new ArrayList<>(folding.steps());
    long patches = (long) trunk.grid() * trunk.grid();
    steps.add(new Step("join", List.of(), List.of((long) trunk.size().layers(), patches)));
    return new TowerLayout(
        steps,
        List.of(
            "folding.py",
            "flattening.py",
            "patches.py",
            "trunk.py",
            "transformer.py",
            "attention_pool.py",
            "timm_vision_transformer.py"),
        () ->
            List.of(
                IValue.from(trunk.size().layers()),
                IValue.from(trunk.size().heads()),
                IValue.from(trunk.size().patchSize()),
                IValue.from(trunk.rope().grid()),
                IValue.from(trunk.rope().offset()),
                IValue.from(trunk.rope().columnsFirst()),
                IValue.from(trunk.block().activation()),
                IValue.from(trunk.epsilon()),
                IValue.from(trunk.classToken()),
                IValue.from(trunk.poolHeads()),
                IValue.from(layer)));
  }

  private void wantEmbedding() {
    weights.want(TRUNK + "pos_embed", 1, trunk.positions(), width);
    if (trunk.classToken()) {
      weights.want(TRUNK + "cls_token", 1, 1, width);
    }
    if (trunk.embedding() == Embedding.STEM) {
      wantStem(TRUNK + "patch_embed.backbone.");
    } else {
      wantPatches(TRUNK + "patch_embed.proj");
    }
  }

  private void wantPatches(String layer) {
    int side = trunk.size().patchSize();
    if (trunk.embedding() == Embedding.NORMED_PATCHES) {
      weights.wantNorm(TRUNK + "norm_pre", width).want(layer + ".weight", width, 3, side, side);
      folding.flatten(layer);
    } else {
      folding.patches(layer, width, 3, side);
    }
  }

  private void wantStem(String prefix) {
    long narrow = width / 4;
    folding.normedPatches(
        prefix + "0.conv", prefix + "0.bn", narrow, 3, trunk.size().patchSize() / 4);
    folding.normedPatches(prefix + "1.conv", prefix + "1.bn", narrow, narrow, 2);
    folding.patches(prefix + "2.conv", width, narrow, 2);
  }

  private void wantBlock(String timm, String own) {
    boolean after = trunk.block().kind() == Block.Kind.POST_NORM;
    wantNorm(timm + "norm1", own + (after ? "ln_attn" : "ln_1"), width);
    wantAttention(timm + "attn.", own + "attn.");
    wantNorm(timm + "norm2", own + (after ? "ln_mlp" : "ln_2"), width);
    wantMlp(timm + "mlp.", own + "mlp.");
    if (trunk.block().layerScale()) {
      weights.wantAs(own + "ls_1.gamma", timm + "ls1.gamma", width);
      weights.wantAs(own + "ls_2.gamma", timm + "ls2.gamma", width);
    }
  }

  private void wantAttention(String timm, String own) {
    boolean apart = trunk.block().kind() == Block.Kind.SUB_NORM;
    if (apart) {
      wantNorm(timm + "norm", own + "ln_inner", width);
      for (String part : List.of("q", "k", "v")) {
        weights.wantAs(own + part + "_weight", timm + part + "_proj.weight", width, width);
      }
    } else {
      weights.wantAs(own + "in_proj_weight", timm + "qkv.weight", 3 * width, width);
    }
    weights.markLinear(own + "in_proj_weight");
    switch (trunk.block().biases()) {
      case ALL -> weights.wantAs(own + "in_proj_bias", timm + "qkv.bias", 3 * width);
      case NONE -> {}
      case QUERIES_AND_VALUES -> {
        weights.wantAs(own + "q_bias", timm + (apart ? "q_proj.bias" : "q_bias"), width);
        weights.wantAs(own + "v_bias", timm + (apart ? "v_proj.bias" : "v_bias"), width);
      }
    }
    wantLinear(timm + "proj", own + "out_proj", width, width);
  }

  private void wantMlp(String timm, String own) {
    int wide = trunk.mlpWidth();
    if (trunk.block().kind() == Block.Kind.SUB_NORM) {
      for (String part : List.of("g", "x")) {
        weights.wantAs(own + part + ".weight", timm + "fc1_" + part + ".weight", wide, width);
        weights.wantAs(own + part + ".bias", timm + "fc1_" + part + ".bias", wide);
      }
      weights.markLinear(own + "c_fc.weight");
      wantNorm(timm + "norm", own + "ln", wide);
    } else {
      wantLinear(timm + "fc1", own + "c_fc", wide, width);
    }
    wantLinear(timm + "fc2", own + "c_proj", width, wide);
  }

  private void wantNorm(String timm, String own, long features) {
    weights.wantAs(own + ".weight", timm + ".weight", features);
    weights.wantAs(own + ".bias", timm + ".bias", features);
  }

  private void wantLinear(String timm, String own, long out, long in) {
    weights.wantAs(own + ".weight", timm + ".weight", out, in).markLinear(own + ".weight");
    weights.wantAs(own + ".bias", timm + ".bias", out);
  }

  private void wantAttentionPool(String prefix) {
    weights.want(prefix + "latent", 1, 1, width).wantNorm(prefix + "norm", width);
    wantPoolLayer(prefix + "q", width, width);
    wantPoolLayer(prefix + "kv", 2 * width, width);
    wantPoolLayer(prefix + "proj", width, width);
    wantPoolLayer(prefix + "mlp.fc1", trunk.poolMlpWidth(), width);
    wantPoolLayer(prefix + "mlp.fc2", width, trunk.poolMlpWidth());
  }

  private void wantPoolLayer(String layer, long out, long in) {
    weights.wantLinear(layer + ".weight", layer + ".bias", out, in);
  }
}
