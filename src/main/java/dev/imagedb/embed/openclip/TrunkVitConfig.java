package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.openclip.Tower.Step;
import java.util.ArrayList;
import java.util.List;

/// A vision transformer whose patches are embedded by three convolutions, and whose class token,
/// which becomes the vector, has no position: MobileCLIP's B (`ConvStem` in timm's
/// vision_transformer_hybrid.py). Plain ones are [TimmTrunk]'s.
record TrunkVitConfig(
    int imageSize, int patchSize, int layers, int width, int heads, double epsilon, TrunkHead head)
    implements TrunkConfig {

  private static final long MLP_RATIO = 4;

  @Override
  public TowerLayout layout(Weights weights, int dimension) {
    Folding folding = new Folding(weights);
    wantPatches(folding);
    for (int layer = 0; layer < layers; layer++) {
      wantBlock(weights, layer);
    }
    weights.wantNorm(TRUNK + "norm", width);
    String layer = head.want(weights, TRUNK + "head", width, dimension);
    List<Step> steps = new ArrayList<>(folding.steps());
    steps.add(new Step("rename", List.of(), List.of((long) layers)));
    return new TowerLayout(
        steps,
        List.of("folding.py", "flattening.py", "trunk.py", "transformer.py", "trunk_vit.py"),
        () ->
            List.of(
                IValue.from(layers),
                IValue.from(heads),
                IValue.from(patchSize),
                IValue.from(epsilon),
                IValue.from(layer)));
  }

  private void wantPatches(Folding folding) {
    String embedding = TRUNK + "patch_embed.";
    Weights weights = folding.weights().want(TRUNK + "cls_token", 1, 1, width);
    long patches = (long) (imageSize / patchSize) * (imageSize / patchSize);
    String backbone = embedding + "backbone.";
    long narrow = width / 4;
    folding.normedPatches(backbone + "0.conv", backbone + "0.bn", narrow, 3, patchSize / 4);
    folding.normedPatches(backbone + "1.conv", backbone + "1.bn", narrow, narrow, 2);
    folding.patches(backbone + "2.conv", width, narrow, 2);
    weights.want(TRUNK + "pos_embed", 1, patches, width);
  }

  /// By timm's names; marked as linear by OpenCLIP's, which `rename` gives them.
  private void wantBlock(Weights weights, int layer) {
    String timm = TRUNK + "blocks." + layer + ".";
    weights.wantNorm(timm + "norm1", width).wantNorm(timm + "norm2", width);
    want(weights, timm + "attn.qkv", 3L * width, width);
    want(weights, timm + "attn.proj", width, width);
    want(weights, timm + "mlp.fc1", MLP_RATIO * width, width);
    want(weights, timm + "mlp.fc2", width, MLP_RATIO * width);
    String own = "visual.transformer.resblocks." + layer + ".";
    for (String name : List.of("attn.in_proj_", "attn.out_proj.", "mlp.c_fc.", "mlp.c_proj.")) {
      weights.markLinear(own + name + "weight");
    }
  }

  private static void want(Weights weights, String layer, long out, long in) {
    weights.want(layer + ".weight", out, in).want(layer + ".bias", out);
  }
}
