package dev.imagedb.embed.openclip;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One half of a model, ready to run: its code, and its weights as the code wants them. Safe for
/// use by many threads at once.
final class Tower implements AutoCloseable {
  /// The numbers by which TorchScript knows its types (c10::ScalarType).
  private static final long FLOAT32 = 6;

  private static final long BFLOAT16 = 15;

  /// A change to the weights before they are cast and packed: a method of the tower's code that
  /// takes the dictionary first and gives it back.
  record Step(String method, List<String> names, List<Long> numbers) {}

  private final TorchModule module;
  private final PtNDManager manager;
  private final IValue weights;

  private Tower(TorchModule module, PtNDManager manager, IValue weights) {
    this.module = module;
    this.manager = manager;
    this.weights = weights;
  }

  /// Loads a tower.
  ///
  /// @param options its threads, and whether to lay the linear weights out for oneDNN, which takes
  ///   time and a copy
  /// @param resources the tower's sources beside the common ones
  static Tower load(
      Weights wanted,
      Precision precision,
      EmbedderOptions options,
      List<Step> steps,
      List<String> resources) {
    TorchModule module =
        TorchModule.load(
            options.threadsPerCall(),
            sources(linear(precision, options.manyPictures()), resources));
    PtNDManager manager = TorchModule.newManager();
    IValue weights;
    try (IValue stored = wanted.toDictionary(manager)) {
      weights = module.call("widen", stored);
    }
    for (Step step : steps) {
      weights = apply(module, weights, step);
    }
    try (IValue before = weights;
        IValue linear = lines(wanted.linear());
        IValue type = IValue.from(scalarType(precision))) {
      return new Tower(module, manager, module.call("finish", before, linear, type));
    }
  }

  private static String[] sources(String linear, List<String> resources) {
    List<String> sources = new ArrayList<>(List.of("prepare.py", linear));
    sources.addAll(resources);
    return sources.toArray(String[]::new);
  }

  /// The code of the linear layers.
  static String linear(Precision precision, boolean prepack) {
    if (precision == Precision.INT8) {
      return "linear_int8.py";
    }
    return prepack ? "linear_prepacked.py" : "linear_plain.py";
  }

  /// What everything but the linear layers is computed in.
  static long scalarType(Precision precision) {
    return switch (precision) {
      case FP32, INT8 -> FLOAT32;
      case BF16 -> BFLOAT16;
      case AUTO -> throw new IllegalArgumentException("not chosen yet");
    };
  }

  private static IValue apply(TorchModule module, IValue weights, Step step) {
    List<IValue> arguments = new ArrayList<>(List.of(weights));
    step.names().forEach(names -> arguments.add(IValue.from(names)));
    step.numbers().forEach(number -> arguments.add(IValue.from(number)));
    try {
      return module.call(step.method(), arguments.toArray(IValue[]::new));
    } finally {
      arguments.forEach(IValue::close);
    }
  }

  /// Lists of strings cannot be made from Java; a text of lines can.
  private static IValue lines(List<String> names) {
    return IValue.from(String.join("\n", names));
  }

  /// Calls the tower's `forward` and reads its result, shape (rows, dimension).
  ///
  /// @param inputs its arguments before the weights; closed here
  /// @param parameters its arguments after the weights; closed here
  float[][] forward(PtNDManager scope, List<IValue> inputs, List<IValue> parameters) {
    List<IValue> arguments = new ArrayList<>(inputs);
    arguments.add(weights);
    arguments.addAll(parameters);
    try (IValue result = module.call("forward", arguments.toArray(IValue[]::new))) {
      return rows(result, scope);
    } finally {
      inputs.forEach(IValue::close);
      parameters.forEach(IValue::close);
    }
  }

  private static float[][] rows(IValue result, PtNDManager scope) {
    var tensor = result.toTensor(scope);
    float[] flat = tensor.toFloatArray();
    int rows = (int) tensor.getShape().get(0);
    int dimension = flat.length / rows;
    float[][] split = new float[rows][];
    for (int row = 0; row < rows; row++) {
      split[row] = Arrays.copyOfRange(flat, row * dimension, (row + 1) * dimension);
    }
    return split;
  }

  @Override
  public void close() {
    weights.close();
    manager.close();
    module.close();
  }
}
