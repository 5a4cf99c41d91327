package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.openclip.Tower.Step;
import java.util.List;

/// A ResNet with an attention pool (`ModifiedResNet` in OpenCLIP's modified_resnet.py).
///
/// @param blocks in each of the four layers
@SuppressWarnings("ArrayRecordComponent") // never compared
record ResNetConfig(long[] blocks, int width, int heads, int imageSize) implements VisionConfig {
  /// Channels after the last layer: 4 (a bottleneck's expansion) x 8 widths.
  int features() {
    return width * 32;
  }

  @Override
  public TowerLayout layout(Weights weights, int dimension) {
    ResNetLayout layout = ResNetLayout.want(weights, this, dimension);
    return new TowerLayout(
        List.of(new Step("fold", List.of(layout.convolutions(), layout.norms()), List.of())),
        List.of("folding.py", "modified_resnet.py"),
        () -> List.of(IValue.listFrom(blocks), IValue.from(heads)));
  }
}
