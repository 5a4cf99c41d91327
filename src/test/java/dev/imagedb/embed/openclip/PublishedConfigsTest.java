package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Runs where OpenCLIP's own configs lie beside the project; skipped, saying so, elsewhere.
final class PublishedConfigsTest {
  private static final Path CONFIGS = Path.of("../shared/models/openclip/model_configs");

  private final List<String> transformers = new ArrayList<>();
  private final List<String> resNets = new ArrayList<>();
  private final List<String> timmTransformers = new ArrayList<>();
  private final List<String> trunks = new ArrayList<>();
  private final List<String> huggingFaceTexts = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  @Test
  void readsEveryTransformerResNetAndTrunkAndNamesWhatOthersAskFor() throws IOException {
    assumeTrue(Files.isDirectory(CONFIGS), "no configs in " + CONFIGS);
    try (Stream<Path> configs = Files.list(CONFIGS)) {
      for (Path config : configs.sorted().toList()) {
        read(config);
      }
    }

    assertThat(transformers)
        .hasSize(57)
        .contains("ViT-B-32.json", "ViT-bigG-14-CLIPA.json", "coca_base.json");
    assertThat(resNets).hasSize(10).allMatch(name -> name.startsWith("RN"));
    assertThat(trunks).hasSize(17).allMatch(name -> name.matches("convnext_.*|MobileCLIP.*"));
    assertThat(timmTransformers)
        .hasSize(44)
        .contains("MobileCLIP-B.json", "vit_medium_patch16_gap_256.json")
        .contains("EVA01-g-14-plus.json", "EVA02-E-14.json", "PE-Core-bigG-14-448.json")
        .filteredOn(name -> name.contains("SigLIP"))
        .hasSize(26)
        .noneMatch(name -> name.contains("naflex"));
    assertThat(huggingFaceTexts)
        .hasSize(11)
        .allMatch(
            name -> name.matches("(coca_)?roberta-.*|xlm-roberta-.*|mt5-.*|nllb-clip-.*|gte-.*"));
    assertThat(refusals)
        .hasSize(53)
        .allMatch(
            line ->
                line.matches(
                    ".* (asks for .+, which is not supported yet"
                        + "|has the key '.+', which this version does not know"
                        + "|lacks '(text_cfg|vision_cfg)')"));
  }

  private void read(Path file) throws IOException {
    JsonObject wrapped = new JsonObject();
    wrapped.add("model_cfg", JsonParser.parseString(Files.readString(file)));
    String name = file.getFileName().toString();
    try {
      OpenClipConfig config = ConfigReader.parse(name, wrapped.toString());
      if (config.text() instanceof HfTextConfig) {
        huggingFaceTexts.add(name);
      }
      switch (config.vision()) {
        case VitConfig _ -> transformers.add(name);
        case ResNetConfig _ -> resNets.add(name);
        case TimmVitConfig _ -> timmTransformers.add(name);
        case TrunkConfig _ -> trunks.add(name);
      }
    } catch (UserException refusal) {
      refusals.add(String.valueOf(refusal.getMessage()));
    }
  }
}
