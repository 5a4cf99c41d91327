package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalibrationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "flags\t\t: fpu avx2 avx512_bf16 sha_ni, true",
    "flags\t\t: fpu amx_bf16, true",
    "Features\t: fp asimd bf16, true",
    "flags\t\t: fpu avx2 avx512f, false",
    "model name\t: a processor with bf16, false",
  })
  void asksTheProcessorForItsFlags(String line, boolean has) throws IOException {
    Path processor = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\n" + line + "\n");

    assertThat(Calibration.multipliesHalves(processor)).isEqualTo(has);
  }

  @Test
  void expectsNothingOfASystemThatDoesNotSay() {
    assertThat(Calibration.multipliesHalves(folder.resolve("none"))).isFalse();
  }

  @Test
  void takesWholeFloatsForAPictureOrTwo() {
    assertThat(loadedFor(EmbedderOptions.forQueries(Precision.AUTO)))
        .containsExactly(Precision.FP32);
  }

  @Test
  void takesWhatIsAskedFor() {
    assertThat(loadedFor(EmbedderOptions.forIndexing(Precision.BF16)))
        .containsExactly(Precision.BF16);
  }

  @Test
  void loadsWhatItTriesAndLeavesOneThatWorks() {
    assertThat(loadedFor(EmbedderOptions.forIndexing(Precision.AUTO)))
        .startsWith(Precision.FP32)
        .doesNotContain(Precision.AUTO);
  }

  private static List<Precision> loadedFor(EmbedderOptions options) {
    List<Precision> loaded = new ArrayList<>();
    TinyModel model = new TinyModel("quick-gelu");
    OpenClipConfig config = model.config();
    try (Safetensors weights = model.weights();
        ImageTower tower =
            Calibration.load(
                options,
                config.preprocessing().size(),
                chosen -> {
                  loaded.add(chosen.precision());
                  return ImageTower.load(weights, config, chosen);
                })) {
      assertThat(tower.embed(List.of(config.preprocessing().fit(TinyModel.picture("61x47:1")))))
          .hasDimensions(1, 12);
    }
    return loaded;
  }
}
