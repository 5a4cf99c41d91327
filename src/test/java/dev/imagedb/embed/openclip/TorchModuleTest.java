package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TorchModuleTest {

  @Test
  void computesWithAsManyThreadsAsItWasLoadedFor() {
    try (TorchModule alone = TorchModule.load(1, "linear_plain.py");
        TorchModule threefold = TorchModule.load(3, "linear_plain.py")) {
      assertThat(threadsAfterCalling(alone)).isEqualTo(1);
      assertThat(threadsAfterCalling(threefold)).isEqualTo(3);
      assertThat(threadsAfterCalling(alone)).isEqualTo(1);
    }
  }

  @Test
  void holdsToItsThreadsWhereAnotherModuleWasUsedElsewhere() {
    try (TorchModule alone = TorchModule.load(1, "linear_plain.py");
        TorchModule threefold = TorchModule.load(3, "linear_plain.py");
        ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
      assertThat(threadsAfterCalling(alone)).isEqualTo(1);
      CompletableFuture.runAsync(() -> threadsAfterCalling(threefold), elsewhere).join();
      assertThat(threadsAfterCalling(alone)).isEqualTo(1);
    }
  }

  private static int threadsAfterCalling(TorchModule module) {
    try (PtNDManager scope = TorchModule.newManager();
        IValue matrix = IValue.from((PtNDArray) scope.ones(new Shape(2, 2)));
        IValue bias = IValue.from((PtNDArray) scope.ones(new Shape(2)))) {
      module.call("linear_add", matrix, matrix, matrix, bias).close();
      return JniUtils.getNumThreads();
    }
  }
}
