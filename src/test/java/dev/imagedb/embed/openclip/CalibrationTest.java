package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.files.Safetensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationTest {
  @Test
  void takesWholeFloatsForAPictureOrTwo() {
    assertThat(loadedFor(EmbedderOptions.forQueries(Precision.AUTO)))
        .containsExactly(Precision.FP32);
  }

  @Test
  void takesWhatIsAskedFor() {
    assertThat(loadedFor(EmbedderOptions.forManyPictures(Precision.BF16)))
        .containsExactly(Precision.BF16);
  }

  @Test
  void neverTriesInt8ByItself() {
    assertThat(loadedFor(EmbedderOptions.forManyPictures(Precision.AUTO)))
        .doesNotContain(Precision.INT8);
  }

  @Test
  void loadsWhatItTriesAndLeavesOneThatWorks() {
    assertThat(loadedFor(EmbedderOptions.forManyPictures(Precision.AUTO)))
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
      assertThat(tower.precision()).isIn(loaded);
    }
    return loaded;
  }
}
