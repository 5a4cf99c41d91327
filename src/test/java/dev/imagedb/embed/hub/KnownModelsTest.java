package dev.imagedb.embed.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownModelsTest {

  @ParameterizedTest
  @CsvSource({
    "ViT-B-32/laion2b_s34b_b79k, laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
    "vit-b-32/LAION2B-S34B-B79K, laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
    "ViT-B-32-quickgelu/openai, timm/vit_base_patch32_clip_224.openai",
    "RN50/openai, timm/resnet50_clip.openai",
    "ViT-SO400M-14-SigLIP2/webli, timm/ViT-SO400M-14-SigLIP2",
    "MobileCLIP2-S0, timm/MobileCLIP2-S0-OpenCLIP",
    "vit-b-32, laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
    "ViT-L-14, laion/CLIP-ViT-L-14-laion2B-s32B-b82K",
    "siglip2, timm/ViT-B-16-SigLIP2-256",
  })
  void leadsFromANameToItsRepository(String name, String repository) {
    assertThat(ModelReference.parse(name)).isEqualTo(new OnHub(repository, "main"));
  }

  @Test
  void asksWhichTrainingOfAnArchitectureIsMeant() {
    assertThatThrownBy(() -> ModelReference.parse("RN50"))
        .isInstanceOfSatisfying(
            UserException.class,
            refusal -> {
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
              assertThat(refusal).hasMessage("\"RN50\" was published with 3 trainings: say which");
              assertThat(refusal.hint())
                  .contains(
                      "RN50/cc12m, or RN50/openai, or RN50/yfcc15m; all: imagedb models --known");
            });
  }

  @Test
  void takesNoTrainingThatAnArchitectureDoesNotHaveForARepository() {
    assertThatThrownBy(() -> ModelReference.parse("ViT-B-32/laion2b_s34b_b97k"))
        .isInstanceOfSatisfying(
            UserException.class,
            refusal ->
                assertThat(refusal.hint().orElseThrow())
                    .startsWith("ViT-B-32/laion2b_s34b_b79k, or "))
        .hasMessage("no training of that name is known of \"ViT-B-32/laion2b_s34b_b97k\"");
  }

  @Test
  void findsWhatWasNearlyWritten() {
    assertThat(KnownModels.near("vit-b-23")).contains("vit-b-32");
    assertThat(KnownModels.near("laion/CLIP-ViT-B-32-laion2b-s34b-b97k").getFirst())
        .isEqualTo("laion/CLIP-ViT-B-32-laion2B-s34B-b79K");
    assertThat(KnownModels.near("quite/another")).isEmpty();
  }

  @Test
  void namesOnlyWhatCanBeARepository() {
    assertThat(Stream.of(KnownModels.shortNames(), KnownModels.pairs()).flatMap(List::stream))
        .hasSizeGreaterThan(180)
        .allSatisfy(
            known ->
                assertThat(ModelReference.parse("hf-hub:" + known.repository()))
                    .isEqualTo(new OnHub(known.repository(), "main")));
  }
}
