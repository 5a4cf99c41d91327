package dev.imagedb.embed.openclip;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.openclip.OpenClipConfig.ResNetConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.VitConfig;
import dev.imagedb.embed.openclip.Tower.Step;
import dev.imagedb.image.RgbImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The image half of a model: prepared squares to unit vectors. Safe for use by many threads.
final class ImageTower implements AutoCloseable {
  private final Tower tower;
  private final Preprocessing preprocessing;

  /// Makes the arguments of `forward` after the weights; they are closed after each call.
  private final Supplier<List<IValue>> parameters;

  private ImageTower(Tower tower, Preprocessing preprocessing, Supplier<List<IValue>> parameters) {
    this.tower = tower;
    this.preprocessing = preprocessing;
    this.parameters = parameters;
  }

  static ImageTower load(Safetensors file, OpenClipConfig config, EmbedderOptions options) {
    return switch (config.vision()) {
      case VitConfig vit -> visionTransformer(file, config, vit, options);
      case ResNetConfig resNet -> modifiedResNet(file, config, resNet, options);
      case TrunkConfig trunk -> trunk(file, config, trunk, options);
    };
  }

  private static ImageTower visionTransformer(
      Safetensors file, OpenClipConfig config, VitConfig vit, EmbedderOptions options) {
    Weights weights = new Weights(file);
    long positions = wantVisionTransformer(weights, vit, config.dimension());
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("flatten_patches", List.of(), List.of()));
    if (positions != 1L + (long) vit.grid() * vit.grid()) {
      steps.add(new Step("resize_positions", List.of(), List.of((long) vit.grid())));
    }
    Tower tower =
        Tower.load(
            weights,
            options.precision(),
            options,
            steps,
            "transformer.py",
            "patches.py",
            "vision_transformer.py");
    return new ImageTower(
        tower,
        config.preprocessing(),
        () ->
            List.of(
                IValue.from(vit.layers()),
                IValue.from(vit.heads()),
                IValue.from(vit.patchSize()),
                IValue.from(vit.activation()),
                IValue.from(vit.epsilon()),
                IValue.from(vit.pool()),
                IValue.from(vit.normAfterPool())));
  }

  /// Wants the tensors of `visual.*`; gives the number of positions that were trained.
  private static long wantVisionTransformer(Weights weights, VitConfig vit, long dimension) {
    long width = vit.width();
    weights
        .want("visual.conv1.weight", width, 3, vit.patchSize(), vit.patchSize())
        .markLinear("visual.conv1.weight")
        .want("visual.class_embedding", width)
        .wantNorm("visual.ln_post", width)
        .want("visual.proj", width, dimension);
    if (vit.normBefore()) {
      weights.wantNorm("visual.ln_pre", width);
    }
    for (int layer = 0; layer < vit.layers(); layer++) {
      String prefix = "visual.transformer.resblocks." + layer + ".";
      weights.wantBlock(prefix, width, vit.mlpWidth(), vit.layerScale());
    }
    return weights.wantGrid("visual.positional_embedding", width);
  }

  private static ImageTower modifiedResNet(
      Safetensors file, OpenClipConfig config, ResNetConfig resNet, EmbedderOptions options) {
    Weights weights = new Weights(file);
    ResNetLayout layout = ResNetLayout.want(weights, resNet, config.dimension());
    Tower tower =
        Tower.load(
            weights,
            options.precision(),
            options,
            List.of(new Step("fold", List.of(layout.convolutions(), layout.norms()), List.of())),
            "folding.py",
            "modified_resnet.py");
    return new ImageTower(
        tower,
        config.preprocessing(),
        () -> List.of(IValue.listFrom(resNet.blocks()), IValue.from(resNet.heads())));
  }

  private static ImageTower trunk(
      Safetensors file, OpenClipConfig config, TrunkConfig trunk, EmbedderOptions options) {
    Weights weights = new Weights(file);
    TowerLayout layout = trunk.layout(weights, config.dimension());
    Tower tower =
        Tower.load(
            weights,
            trunk.precision(options.precision()),
            options,
            layout.steps(),
            layout.sources().toArray(String[]::new));
    return new ImageTower(tower, config.preprocessing(), layout.parameters());
  }

  /// Unit vectors, shape (pictures, dimension).
  float[][] embed(List<RgbImage> squares) {
    try (PtNDManager scope = TorchModule.newManager()) {
      List<IValue> inputs =
          List.of(
              IValue.from(pixels(scope, squares)),
              IValue.from(channels(scope, preprocessing.mean())),
              IValue.from(channels(scope, preprocessing.deviation())));
      return tower.forward(scope, inputs, parameters.get());
    }
  }

  /// The pictures one after the other, shape (pictures, size, size, 3), bytes.
  private PtNDArray pixels(PtNDManager scope, List<RgbImage> squares) {
    int size = preprocessing.size();
    ByteBuffer buffer = scope.allocateDirect(squares.size() * size * size * 3);
    for (RgbImage square : squares) {
      if (square.width() != size || square.height() != size) {
        throw new IllegalArgumentException(
            "a prepared picture is "
                + square.width()
                + " x "
                + square.height()
                + ", but the model takes "
                + size
                + " x "
                + size);
      }
      buffer.put(square.rgb());
    }
    return scope.create(buffer.flip(), new Shape(squares.size(), size, size, 3), DataType.UINT8);
  }

  private static PtNDArray channels(PtNDManager scope, double[] values) {
    ByteBuffer buffer = scope.allocateDirect(values.length * Float.BYTES);
    for (double value : values) {
      buffer.putFloat((float) value);
    }
    return scope.create(buffer.flip(), new Shape(values.length), DataType.FLOAT32);
  }

  @Override
  public void close() {
    tower.close();
  }
}
