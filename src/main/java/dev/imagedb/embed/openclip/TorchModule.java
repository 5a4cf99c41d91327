package dev.imagedb.embed.openclip;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
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
  /// The number of threads that this thread's calls were last set up for.
  private static final ThreadLocal<Integer> THREADS_SET = ThreadLocal.withInitial(() -> 0);

  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final int threads;

  private TorchModule(PtNDManager manager, PtSymbolBlock block, int threads) {
    this.manager = manager;
    this.block = block;
    this.threads = threads;
  }

  /// Compiles the given resources of this package as one module.
  ///
  /// @param threads how many cores one call may use
  static TorchModule load(int threads, String... resources) {
    PtNDManager manager = newManager();
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(
              manager, new ByteArrayInputStream(TorchArchive.of(resources)), false, false);
      JniUtils.enableInferenceMode(block);
      return new TorchModule(manager, block, threads);
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException(e);
    }
  }

  /// A scope of tensors; closing it frees them.
  static PtNDManager newManager() {
    return (PtNDManager) Engine.getEngine("PyTorch").newBaseManager();
  }

  /// Calls a method. The caller closes the arguments and the result: a value that is not closed is
  /// never freed, not even with its manager.
  ///
  /// @throws dev.imagedb.fault.UserException where there is not enough memory for it
  IValue call(String method, IValue... arguments) {
    setUpThread();
    try {
      return IValueUtils.runMethod(block, method, arguments);
    } catch (EngineException e) {
      throw TorchMemory.isShort(e) ? TorchMemory.tooLittle(e) : e;
    }
  }

  /// Both settings are a thread's own: OpenMP's count of threads, which libtorch sets for its
  /// caller alone, and the switch of the graph optimizer, which specializes for shapes in the first
  /// calls and so costs more than it gains.
  private void setUpThread() {
    if (THREADS_SET.get() != threads) {
      JniUtils.setGraphExecutorOptimize(false);
      JniUtils.setNumThreads(threads);
      THREADS_SET.set(threads);
    }
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
