package dev.imagedb.embed.openclip;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.image.RgbImage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

/// The image half of a model: prepared squares to unit vectors. Safe for use by many threads.
final class ImageTower implements AutoCloseable {
  private final Tower tower;
  private final Precision precision;
  private final Preprocessing preprocessing;

  /// Makes the arguments of `forward` after the weights; they are closed after each call.
  private final Supplier<List<IValue>> parameters;

  private ImageTower(
      Tower tower,
      Precision precision,
      Preprocessing preprocessing,
      Supplier<List<IValue>> parameters) {
    this.tower = tower;
    this.precision = precision;
    this.preprocessing = preprocessing;
    this.parameters = parameters;
  }

  static ImageTower load(Safetensors file, OpenClipConfig config, EmbedderOptions options) {
    Weights weights = new Weights(file);
    TowerLayout layout = config.vision().layout(weights, config.dimension());
    Precision precision = config.vision().precision(options.precision());
    Tower tower = Tower.load(weights, precision, options, layout.steps(), layout.sources());
    return new ImageTower(tower, precision, config.preprocessing(), layout.parameters());
  }

  /// The arithmetic that it runs in.
  Precision precision() {
    return precision;
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
