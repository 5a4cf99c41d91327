package dev.imagedb.embed.openclip;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.embed.files.Safetensors.StoredTensor;
import dev.imagedb.fault.UserException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tensors that one tower wants, checked for their shapes and handed to libtorch where they lie
/// in the mapped file, without a copy.
final class Weights {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort HALF =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Numbers in what Java hands over as one buffer of float32.
  private static final long LARGEST_TENSOR = Integer.MAX_VALUE / Float.BYTES;

  private final Safetensors file;
  private final Map<String, StoredTensor> wanted = new LinkedHashMap<>();
  private final List<String> linear = new ArrayList<>();

  Weights(Safetensors file) {
    this.file = file;
  }

  /// Wants a tensor of this shape.
  ///
  /// @throws UserException where there is none, or it has another shape
  Weights want(String name, long... shape) {
    wanted.put(name, find(name, shape));
    return this;
  }

  /// Wants a tensor of this shape, and gives it to libtorch under another name.
  ///
  /// @throws UserException where there is none, or it has another shape
  Weights wantAs(String alias, String name, long... shape) {
    wanted.put(alias, find(name, shape));
    return this;
  }

  /// A tensor of this shape, which libtorch does not get.
  ///
  /// @throws UserException where there is none, or it has another shape
  StoredTensor find(String name, long... shape) {
    StoredTensor tensor =
        file.tensor(name).orElseThrow(() -> missing(name, Arrays.toString(shape)));
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw wrongShape(name, tensor, Arrays.toString(shape));
    }
    return tensor;
  }

  boolean has(String name) {
    return file.tensor(name).isPresent();
  }

  /// A number by itself, in whatever type and shape it is stored; nothing where there is none.
  Optional<Float> number(String name) {
    return file.tensor(name).map(tensor -> number(name, tensor));
  }

  private float number(String name, StoredTensor tensor) {
    if (Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b) != 1) {
      throw wrongShape(name, tensor, "[]");
    }
    return switch (tensor.type()) {
      case F32 -> tensor.data().get(FLOAT, 0);
      case F16 -> Float.float16ToFloat(tensor.data().get(HALF, 0));
      case BF16 -> Float.intBitsToFloat(tensor.data().get(HALF, 0) << 16);
    };
  }

  /// Wants the weight, and perhaps the bias, of a linear layer.
  ///
  /// @param out features that come out
  /// @param in features that go in
  Weights wantLinear(String weight, String bias, long out, long in) {
    linear.add(weight);
    return want(weight, out, in).want(bias, out);
  }

  /// Wants a linear layer of the usual names.
  Weights wantLinear(String layer, long out, long in) {
    return wantLinear(layer + ".weight", layer + ".bias", out, in);
  }

  /// Wants a linear layer without a bias.
  Weights wantMatrix(String layer, long out, long in) {
    return want(layer + ".weight", out, in).markLinear(layer + ".weight");
  }

  Weights wantNorm(String name, long width) {
    return want(name + ".weight", width).want(name + ".bias", width);
  }

  /// Wants the parameters and the running statistics of a batch norm.
  Weights wantBatchNorm(String name, long width) {
    return wantNorm(name, width)
        .want(name + ".running_mean", width)
        .want(name + ".running_var", width);
  }

  /// Wants a residual attention block (`ResidualAttentionBlock` in OpenCLIP's transformer.py).
  void wantBlock(String prefix, long width, long mlpWidth, boolean layerScale) {
    wantNorm(prefix + "ln_1", width);
    wantLinear(prefix + "attn.in_proj_weight", prefix + "attn.in_proj_bias", 3 * width, width);
    wantLinear(prefix + "attn.out_proj.weight", prefix + "attn.out_proj.bias", width, width);
    wantNorm(prefix + "ln_2", width);
    wantLinear(prefix + "mlp.c_fc.weight", prefix + "mlp.c_fc.bias", mlpWidth, width);
    wantLinear(prefix + "mlp.c_proj.weight", prefix + "mlp.c_proj.bias", width, mlpWidth);
    if (layerScale) {
      want(prefix + "ls_1.gamma", width);
      want(prefix + "ls_2.gamma", width);
    }
  }

  /// Wants a class token's position and those of a square grid, whose side may differ from the
  /// config's: (1 + n n, width).
  ///
  /// @return the rows there are
  long wantGrid(String name, long width) {
    StoredTensor tensor =
        file.tensor(name).orElseThrow(() -> missing(name, "[1 + n * n, " + width + "]"));
    long rows = tensor.shape().length == 2 ? tensor.shape()[0] : 0;
    long side = Math.round(Math.sqrt(rows - 1.0));
    if (side < 1 || rows != 1 + side * side) {
      throw wrongShape(name, tensor, "[1 + n * n, " + width + "]");
    }
    want(name, rows, width);
    return rows;
  }

  /// Marks a wanted weight as a linear layer's, to be prepacked.
  Weights markLinear(String name) {
    linear.add(name);
    return this;
  }

  List<String> linear() {
    return linear;
  }

  /// The dictionary of all that is wanted, by OpenCLIP's names.
  IValue toDictionary(PtNDManager manager) {
    Map<String, PtNDArray> arrays = new LinkedHashMap<>();
    wanted.forEach((name, tensor) -> arrays.put(name, toArray(manager, name, tensor)));
    return IValue.stringMapFrom(arrays);
  }

  private PtNDArray toArray(PtNDManager manager, String name, StoredTensor tensor) {
    if (tensor.data().byteSize() / tensor.type().bytes() > LARGEST_TENSOR) {
      throw UserException.failed(
          file.file() + ": tensor " + name + " is larger than any tower's", "choose another model");
    }
    ByteBuffer data = tensor.data().asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    Shape shape = new Shape(tensor.shape());
    return switch (tensor.type()) {
      case F32 -> manager.create(data, shape, DataType.FLOAT32);
      case F16 -> manager.create(data, shape, DataType.FLOAT16);
      case BF16 -> manager.create(widened(manager, data), shape, DataType.FLOAT32);
    };
  }

  /// A bfloat16 is the upper half of a float32. Widened here, since libtorch's own type cannot be
  /// made from Java.
  private static ByteBuffer widened(PtNDManager manager, ByteBuffer halves) {
    ByteBuffer floats = manager.allocateDirect(2 * halves.remaining());
    while (halves.hasRemaining()) {
      floats.putInt(halves.getShort() << 16);
    }
    return floats.flip();
  }

  private UserException missing(String name, String expected) {
    return UserException.failed(
        file.file() + " lacks the tensor " + name + " " + expected,
        "the config and the weights are not of one model: fetch both anew");
  }

  private UserException wrongShape(String name, StoredTensor tensor, String expected) {
    return UserException.failed(
        file.file()
            + ": tensor "
            + name
            + " has the shape "
            + Arrays.toString(tensor.shape())
            + ", but the config wants "
            + expected,
        "the config and the weights are not of one model: fetch both anew");
  }
}
