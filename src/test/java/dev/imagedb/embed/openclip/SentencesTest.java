package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import dev.imagedb.embed.files.ModelFolder;
import dev.imagedb.embed.tokenizer.TextTokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 5,000 sentences (captions, code, emoji, many scripts, URLs, nothing at all, 10,000 characters)
/// against the ids of OpenCLIP's tokenizers, of which `src/test/reference/sentences.py` kept the
/// checksums.
final class SentencesTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/imagedb/embed/openclip");

  /// A tower with a causal mask does not see what follows a text.
  private static final String WHOLE_CONTEXTS = "\"no_causal_mask\": true";

  private static final Path VOCABULARY = Path.of("../shared/models/openclip");

  @Test
  void givesTheIdsOfTheStockTokenizer() throws IOException {
    assumeTrue(Files.isDirectory(VOCABULARY), "no vocabulary in " + VOCABULARY);
    assertSameIds(VOCABULARY, 1, WHOLE_CONTEXTS);
  }

  @ParameterizedTest
  @CsvSource({"siglip, 2", "siglip2, 3"})
  void givesTheIdsOfTokenizersThatModelsBring(String model, int column) throws IOException {
    assertSameIds(
        RESOURCES.resolve(model),
        column,
        WHOLE_CONTEXTS
            + """
            , "hf_tokenizer_name": "x/y", "tokenizer_kwargs": {"clean": "canonicalize"}
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "roberta, roberta-base, 4",
    "xlm-roberta, xlm-roberta-base, 5",
    "mt5, google/mt5-base, 6",
    "nllb, facebook/nllb-200-distilled-600M, 7"
  })
  void givesTheIdsThatHuggingFacesTowersSee(String name, String tower, int column)
      throws IOException {
    assertSameIds(
        RESOURCES.resolve("tokenizers").resolve(name),
        column,
        """
        "hf_model_name": "%s", "hf_tokenizer_name": "x/y", "hf_proj_type": "mlp"
        """
            .formatted(tower));
  }

  private static void assertSameIds(Path folder, int column, String textConfig) throws IOException {
    String config =
        "{\"model_cfg\": {\"embed_dim\": 8, \"vision_cfg\": {}, \"text_cfg\": {%s}}}"
            .formatted(textConfig);
    List<String[]> sentences = sentences();
    assertThat(sentences).hasSize(5000);
    TextConfig text = ConfigReader.parse("config", config).text();
    try (TextTokenizer tokenizer = text.openTokenizer(new ModelFolder(folder).tokenizer())) {
      assertThat(sentences)
          .filteredOn(
              sentence ->
                  !checksum(text.seen(tokenizer.encode(sentence[0]))).equals(sentence[column]))
          .extracting(sentence -> sentence[0])
          .isEmpty();
    }
  }

  private static List<String[]> sentences() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RESOURCES.resolve("sentences.jsonl.gz"))),
                UTF_8))) {
      Gson gson = new Gson();
      return lines.lines().map(line -> gson.fromJson(line, String[].class)).toList();
    }
  }

  private static String checksum(TokenSequence sequence) {
    CRC32 checksum = new CRC32();
    checksum.update(
        Arrays.stream(sequence.ids())
            .mapToObj(Long::toString)
            .collect(Collectors.joining(" "))
            .getBytes(UTF_8));
    return "%08x".formatted(checksum.getValue());
  }
}
