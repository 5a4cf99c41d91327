package dev.imagedb.embed.openclip;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.Precision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// The product of two square matrices by the towers' own prepacked linear layer: the fastest that
/// the engine computes anything, and so the limit for a network that consists of such products.
/// Safe for use by many threads.
final class MatrixProduct implements AutoCloseable {
  private static final int SIDE = 2048;

  /// Floating-point operations of one product: a multiplication and an addition each.
  static final double OPERATIONS = 2.0 * SIDE * SIDE * SIDE;

  private final TorchModule module;
  private final PtNDManager manager;
  private final IValue matrices;

  private MatrixProduct(TorchModule module, PtNDManager manager, IValue matrices) {
    this.module = module;
    this.manager = manager;
    this.matrices = matrices;
  }

  static MatrixProduct ofRandomMatrices(Precision precision) {
    TorchModule module =
        TorchModule.load(1, "prepare.py", Tower.linear(precision, true), "product.py");
    PtNDManager manager = TorchModule.newManager();
    Map<String, PtNDArray> arrays = new LinkedHashMap<>();
    arrays.put("input", random(manager, 1));
    arrays.put("weight", random(manager, 2));
    arrays.put("bias", (PtNDArray) manager.zeros(new Shape(SIDE)));
    try (IValue stored = IValue.stringMapFrom(arrays);
        IValue linear = IValue.from("weight");
        IValue type = IValue.from(Tower.scalarType(precision))) {
      return new MatrixProduct(module, manager, module.call("finish", stored, linear, type));
    }
  }

  private static PtNDArray random(PtNDManager manager, long seed) {
    Random random = new Random(seed);
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return (PtNDArray) manager.create(values, new Shape(SIDE, SIDE));
  }

  void multiply() {
    module.call("product", matrices).close();
  }

  @Override
  public void close() {
    matrices.close();
    manager.close();
    module.close();
  }
}
