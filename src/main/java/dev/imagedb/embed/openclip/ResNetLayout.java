package dev.imagedb.embed.openclip;

import java.util.ArrayList;
import java.util.List;

/// Where the tensors of a `ModifiedResNet` lie, and which batch norm follows which convolution.
///
/// @param convolutions names, a line each
/// @param norms names of the batch norms behind them, in the same order
record ResNetLayout(String convolutions, String norms) {

  private static final int EXPANSION = 4;

  /// Wants all tensors of `visual.*`.
  static ResNetLayout want(Weights weights, ResNetConfig config, long dimension) {
    Builder builder = new Builder(weights);
    long width = config.width();
    builder.convolution("visual.conv1", "visual.bn1", width / 2, 3, 3);
    builder.convolution("visual.conv2", "visual.bn2", width / 2, width / 2, 3);
    builder.convolution("visual.conv3", "visual.bn3", width, width / 2, 3);
    long in = width;
    for (int layer = 0; layer < config.blocks().length; layer++) {
      long planes = width << layer;
      for (int block = 0; block < config.blocks()[layer]; block++) {
        builder.bottleneck("visual.layer" + (layer + 1) + "." + block + ".", in, planes);
        in = planes * EXPANSION;
      }
    }
    wantPool(weights, config, dimension);
    return builder.layout();
  }

  private static void wantPool(Weights weights, ResNetConfig config, long dimension) {
    long features = config.features();
    long grid = config.imageSize() / 32;
    String prefix = "visual.attnpool.";
    weights.want(prefix + "positional_embedding", grid * grid + 1, features);
    for (String name : List.of("q_proj", "k_proj", "v_proj")) {
      weights.wantLinear(prefix + name + ".weight", prefix + name + ".bias", features, features);
    }
    weights.wantLinear(prefix + "c_proj.weight", prefix + "c_proj.bias", dimension, features);
  }

  private static final class Builder {
    private final Weights weights;
    private final List<String> convolutions = new ArrayList<>();
    private final List<String> norms = new ArrayList<>();

    Builder(Weights weights) {
      this.weights = weights;
    }

    void bottleneck(String prefix, long in, long planes) {
      convolution(prefix + "conv1", prefix + "bn1", planes, in, 1);
      convolution(prefix + "conv2", prefix + "bn2", planes, planes, 3);
      convolution(prefix + "conv3", prefix + "bn3", planes * EXPANSION, planes, 1);
      if (prefix.endsWith(".0.")) {
        convolution(prefix + "downsample.0", prefix + "downsample.1", planes * EXPANSION, in, 1);
      }
    }

    void convolution(String name, String norm, long out, long in, long kernel) {
      weights.want(name + ".weight", out, in, kernel, kernel).wantBatchNorm(norm, out);
      convolutions.add(name);
      norms.add(norm);
    }

    ResNetLayout layout() {
      return new ResNetLayout(String.join("\n", convolutions), String.join("\n", norms));
    }
  }
}
