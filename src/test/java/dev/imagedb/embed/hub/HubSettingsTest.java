package dev.imagedb.embed.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSettingsTest {
  @TempDir Path home;

  @Test
  void looksWherePythonLooksWhenNothingIsSet() {
    assertThat(HubSettings.of(Map.of("HF_HOME", " "), home))
        .isEqualTo(
            new HubSettings(
                URI.create("https://huggingface.co"),
                home.resolve(".cache/huggingface/hub"),
                Optional.empty(),
                false));
  }

  @Test
  void letsTheNearerVariableNameTheCache() {
    Path cache = home.resolve("elsewhere");

    assertThat(HubSettings.of(Map.of("XDG_CACHE_HOME", "/c"), home).cache())
        .isEqualTo(Path.of("/c/huggingface/hub"));
    assertThat(HubSettings.of(Map.of("HF_HOME", "~/hf", "XDG_CACHE_HOME", "/c"), home).cache())
        .isEqualTo(home.resolve("hf/hub"));
    assertThat(HubSettings.of(Map.of("HF_HUB_CACHE", "" + cache, "HF_HOME", "/x"), home).cache())
        .isEqualTo(cache);
  }

  @Test
  void takesTheTokenFromTheVariableOrElseFromItsFile() throws IOException {
    Files.createDirectories(home.resolve(".cache/huggingface"));
    Files.writeString(home.resolve(".cache/huggingface/token"), "hf_file\n");

    assertThat(HubSettings.of(Map.of(), home).token()).contains("hf_file");
    assertThat(HubSettings.of(Map.of("HF_TOKEN", "hf_set"), home).token()).contains("hf_set");
  }

  @Test
  void goesOfflineOnAnyWordForYes() {
    assertThat(HubSettings.of(Map.of("HF_HUB_OFFLINE", "1"), home).offline()).isTrue();
    assertThat(HubSettings.of(Map.of("TRANSFORMERS_OFFLINE", "yes"), home).offline()).isTrue();
    assertThat(HubSettings.of(Map.of("HF_HUB_OFFLINE", "0"), home).offline()).isFalse();
  }

  @Test
  void takesAnotherEndpointAndRefusesWhatIsNone() {
    assertThat(HubSettings.of(Map.of("HF_ENDPOINT", "http://mirror:8080/"), home).endpoint())
        .isEqualTo(URI.create("http://mirror:8080"));
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", "mirror"), home))
        .isInstanceOf(UserException.class)
        .hasMessage("HF_ENDPOINT is \"mirror\", which is no web address");
  }
}
