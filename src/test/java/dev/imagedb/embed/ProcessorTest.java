package dev.imagedb.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessorTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "flags\t\t: fpu avx2 avx512_bf16 sha_ni, true, false",
    "flags\t\t: fpu amx_bf16 avx512_vnni, true, true",
    "flags\t\t: fpu avx2 avx_vnni, false, true",
    "Features\t: fp asimd bf16, true, false",
    "flags\t\t: fpu avx2 avx512f, false, false",
    "model name\t: a processor with bf16 and avx_vnni, false, false",
  })
  void isAskedForItsFlags(String line, boolean halves, boolean bytes) throws IOException {
    Path file = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\n" + line + "\n");

    Processor processor = Processor.describedIn(file);

    assertThat(processor.multipliesHalves()).isEqualTo(halves);
    assertThat(processor.multipliesBytes()).isEqualTo(bytes);
  }

  @Test
  void isExpectedToDoNothingWhereTheSystemDoesNotSay() {
    Processor unknown = Processor.describedIn(folder.resolve("none"));

    assertThat(unknown.multipliesHalves()).isFalse();
    assertThat(unknown.multipliesBytes()).isFalse();
  }
}
