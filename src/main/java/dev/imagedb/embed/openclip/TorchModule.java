package dev.imagedb.embed.openclip;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A tower's code, loaded into libtorch. Safe for use by many threads at once.
final class TorchModule implements AutoCloseable {
  /// The graph optimizer specializes for shapes in the first calls, which costs more than it gains;
  /// its switch is a thread's own.
  private static final ThreadLocal<Boolean> OPTIMIZER_IS_OFF =
      ThreadLocal.withInitial(
          () -> {
            JniUtils.setGraphExecutorOptimize(false);
            return true;
          });

  private final PtNDManager manager;
  private final PtSymbolBlock block;

  private TorchModule(PtNDManager manager, PtSymbolBlock block) {
    this.manager = manager;
    this.block = block;
  }

  /// Compiles the given resources of this package as one module.
  static TorchModule load(String... resources) {
    PtNDManager manager = newManager();
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(
              manager, new ByteArrayInputStream(TorchArchive.of(resources)), false, false);
      JniUtils.enableInferenceMode(block);
      return new TorchModule(manager, block);
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException(e);
    }
  }

  /// How many cores one call may use, from now on and in all modules.
  static void useThreads(int threads) {
    newManager().close(); // loads the library
    JniUtils.setNumThreads(threads);
  }

  /// A scope of tensors; closing it frees them.
  static PtNDManager newManager() {
    return (PtNDManager) Engine.getEngine("PyTorch").newBaseManager();
  }

  /// Calls a method. The caller closes the arguments and the result: a value that is not closed is
  /// never freed, not even with its manager.
  IValue call(String method, IValue... arguments) {
    if (!OPTIMIZER_IS_OFF.get()) {
      throw new IllegalStateException("the graph optimizer cannot be switched off");
    }
    return IValueUtils.runMethod(block, method, arguments);
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
