package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;

class TorchMemoryTest {
  @Test
  void tellsWhatLibtorchAskedFor() {
    EngineException refusal =
        new EngineException(
            "The following operation failed in the TorchScript interpreter.\nRuntimeError: "
                + "[enforce fail at alloc_cpu.cpp:118] err == 0. DefaultCPUAllocator: can't allocate "
                + "memory: you tried to allocate 4294967296 bytes. Error code 12 (Cannot allocate)");

    assertThat(TorchMemory.isShort(refusal)).isTrue();
    assertThat(TorchMemory.tooLittle(refusal))
        .hasMessage("the machine has no memory left for the model, which asked for 4096 MB more");
  }

  @Test
  void tellsOfMemoryAlsoWhereNobodySaysHowMuch() {
    EngineException refusal = new EngineException("std::bad_alloc");

    assertThat(TorchMemory.isShort(refusal)).isTrue();
    assertThat(TorchMemory.tooLittle(refusal))
        .hasMessage("the machine has no memory left for the model");
  }

  @Test
  void leavesOtherFailuresAsTheyAre() {
    assertThat(TorchMemory.isShort(new EngineException("sizes do not match"))).isFalse();
  }
}
