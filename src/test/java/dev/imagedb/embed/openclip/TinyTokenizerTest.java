package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.imagedb.embed.files.ModelFolder;
import dev.imagedb.embed.tokenizer.TextTokenizer;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokenizers that models bring along, against OpenCLIP's own ids. All are made by
/// `src/test/reference/tiny_tokenizers.py`.
final class TinyTokenizerTest {

  @ParameterizedTest
  @ValueSource(strings = {"siglip", "siglip2"})
  void givesTheReferencesIdsAndPadding(String name) throws IOException {
    TinyModel model = new TinyModel(name);
    assertAgreement(model.folder(), model.config().text());
  }

  @ParameterizedTest
  @CsvSource({
    "roberta, roberta-base",
    "xlm-roberta, xlm-roberta-base",
    "mt5, google/mt5-base",
    "nllb, facebook/nllb-200-distilled-600M"
  })
  void givesTheReferencesIdsToAHuggingFaceTower(String name, String tower) throws IOException {
    Path folder = Path.of("src/test/resources/dev/imagedb/embed/openclip/tokenizers", name);
    assertAgreement(folder, text(tower, ""));
  }

  @Test
  void beginsATextWithTheLanguageThatTheConfigNames() throws IOException {
    Path folder = Path.of("src/test/resources/dev/imagedb/embed/openclip/tokenizers/nllb");
    TextConfig english = text("facebook/nllb-200-distilled-600M", "\"language\": \"eng_Latn\"");
    try (TextTokenizer tokenizer = english.openTokenizer(new ModelFolder(folder).tokenizer())) {
      assertThat(english.seen(tokenizer.encode("")).ids()).containsExactly(345, 2);
    }
  }

  @Test
  void refusesALanguageThatTheTokenizerDoesNotKnow() {
    Path folder = Path.of("src/test/resources/dev/imagedb/embed/openclip/tokenizers/nllb");
    TextConfig klingon = text("facebook/nllb-200-distilled-600M", "\"language\": \"tlh_Latn\"");

    assertThatThrownBy(() -> klingon.openTokenizer(new ModelFolder(folder).tokenizer()).close())
        .isInstanceOf(UserException.class)
        .hasMessage(folder.resolve("tokenizer.json") + " knows no token tlh_Latn");
  }

  private static TextConfig text(String tower, String options) {
    return ConfigReader.parse(
            "config",
            """
            {"model_cfg": {"embed_dim": 8, "vision_cfg": {}, "text_cfg": {"context_length": 24,
              "hf_model_name": "%s", "hf_tokenizer_name": "%s", "tokenizer_kwargs": {%s}}}}
            """
                .formatted(tower, tower, options))
        .text();
  }

  private static void assertAgreement(Path folder, TextConfig text) throws IOException {
    try (TextTokenizer tokenizer = text.openTokenizer(new ModelFolder(folder).tokenizer())) {
      for (Map.Entry<String, JsonElement> sentence : sentences(folder).entrySet()) {
        assertThat(text.seen(tokenizer.encode(sentence.getKey())).ids())
            .as(sentence.getKey())
            .containsExactly(text.seen(ids(sentence.getValue())).ids());
      }
    }
  }

  private static Map<String, JsonElement> sentences(Path folder) throws IOException {
    String json = Files.readString(folder.resolve("tokens.json"));
    return JsonParser.parseString(json).getAsJsonObject().asMap();
  }

  private static long[] ids(JsonElement array) {
    return array.getAsJsonArray().asList().stream().mapToLong(JsonElement::getAsLong).toArray();
  }
}
