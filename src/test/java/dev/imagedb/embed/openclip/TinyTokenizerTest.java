package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokenizers that models bring along, against OpenCLIP's own ids. All are made by
/// `src/test/reference/tiny_tokenizers.py`.
final class TinyTokenizerTest {

  @ParameterizedTest
  @ValueSource(strings = {"siglip", "siglip2"})
  void givesTheReferencesIdsAndPadding(String name) throws IOException {
    TinyModel model = new TinyModel(name);
    try (TextTokenizer tokenizer =
        TextTokenizer.load(new ModelFolder(model.folder()), model.config().text())) {
      for (Map.Entry<String, JsonElement> sentence : sentences(model.folder()).entrySet()) {
        assertThat(tokenizer.encode(sentence.getKey()).ids())
            .as(sentence.getKey())
            .containsExactly(ids(sentence.getValue()));
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
