package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.openclip.Tower.Step;
import java.util.ArrayList;
import java.util.List;

/// A vision transformer (`VisionTransformer` in OpenCLIP's transformer.py).
///
/// @param activation as in TorchScript's gelu: `none`, `tanh`, or `quick_gelu`
record VitConfig(
    int layers,
    int width,
    int heads,
    int mlpWidth,
    int patchSize,
    int imageSize,
    boolean normBefore,
    VitPool pool,
    boolean layerScale,
    BlockExtras extras,
    String activation,
    double epsilon)
    implements VisionConfig {
  int grid() {
    return imageSize / patchSize;
  }

  @Override
  public TowerLayout layout(Weights weights, int dimension) {
    Folding folding = new Folding(weights);
    long positions = want(folding);
    List<Step> steps = new ArrayList<>(pool.want(weights, width, dimension));
    if (positions != 1L + (long) grid() * grid()) {
      steps.add(new Step("resize_positions", List.of(), List.of((long) grid())));
    }
    steps.addAll(folding.steps());
    return new TowerLayout(
        steps,
        List.of(
            "transformer.py",
            "attention_pool.py",
            "flattening.py",
            "patches.py",
            "vision_transformer.py"),
        () ->
            List.of(
                IValue.from(layers),
                IValue.from(heads),
                IValue.from(patchSize),
                IValue.from(activation),
                IValue.from(epsilon),
                IValue.from(pool.kind().name()),
                IValue.from(pool.average()),
                IValue.from(pool.heads())));
  }

  /// Gives the number of positions that were trained.
  private long want(Folding folding) {
    Weights weights = folding.weights();
    weights
        .want("visual.conv1.weight", width, 3, patchSize, patchSize)
        .want("visual.class_embedding", width);
    folding.flatten("visual.conv1");
    if (normBefore) {
      weights.wantNorm("visual.ln_pre", width);
    }
    for (int layer = 0; layer < layers; layer++) {
      String prefix = "visual.transformer.resblocks." + layer + ".";
      weights.wantBlock(prefix, width, mlpWidth, layerScale);
      extras.want(weights, prefix, width, heads, mlpWidth);
    }
    return weights.wantGrid("visual.positional_embedding", width);
  }
}
