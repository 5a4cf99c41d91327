package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.files.ModelFolder;
import dev.imagedb.embed.tokenizer.TextTokenizer;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which token a text is filled up with, by what lies beside a tokenizer of three words.
final class PaddingTest {
  private static final String BIDIRECTIONAL =
      """
      "hf_tokenizer_name": "some/one", "no_causal_mask": true, "context_length": 3\
      """;

  @TempDir Path folder;

  @Test
  void isTheOneThatTheSettingsName() throws IOException {
    writeTokenizer("null", "<fill>");
    write("tokenizer_config.json", "{\"pad_token\": \"<fill>\"}");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(1, 3, 3);
  }

  @Test
  void isTheOneThatTheSettingsDescribe() throws IOException {
    writeTokenizer("null", "<fill>");
    write("tokenizer_config.json", "{\"pad_token\": {\"content\": \"<fill>\", \"lstrip\": true}}");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(1, 3, 3);
  }

  @Test
  void standsOnTheSideThatTheSettingsName() throws IOException {
    writeTokenizer("null", "<fill>");
    write("tokenizer_config.json", "{\"pad_token\": \"<fill>\", \"padding_side\": \"left\"}");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(3, 3, 1);
  }

  @Test
  void standsOnTheLeftWhereTransformersHasItSoForTheTokenizersClass() throws IOException {
    writeTokenizer("null", "<fill>");
    write(
        "tokenizer_config.json",
        "{\"pad_token\": \"<fill>\", \"tokenizer_class\": \"GemmaTokenizer\"}");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(3, 3, 1);
  }

  @Test
  void isTheOneOfOlderSettings() throws IOException {
    writeTokenizer("null", "<fill>");
    write("tokenizer_config.json", "{\"pad_token\": null}");
    write("special_tokens_map.json", "{\"pad_token\": \"<fill>\"}");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(1, 3, 3);
  }

  @Test
  void isTheOneThatTheTokenizerIsSetTo() throws IOException {
    writeTokenizer(
        """
        {"strategy": {"Fixed": 5}, "direction": "Right", "pad_to_multiple_of": null, "pad_id": 2, \
        "pad_type_id": 0, "pad_token": "dog"}\
        """,
        "<fill>");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(1, 2, 2);
  }

  @Test
  void isTheOneThatIsCalledSo() throws IOException {
    writeTokenizer("null", "[PAD]");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(1, 3, 3);
  }

  @Test
  void isAskedForWhereTheVectorDependsOnIt() throws IOException {
    writeTokenizer("null", "<fill>");

    assertThatThrownBy(() -> idsOfCat(BIDIRECTIONAL))
        .isInstanceOf(UserException.class)
        .hasMessage(folder.resolve("tokenizer.json") + " does not say what texts are padded with");
  }

  @Test
  void isAskedForWhereACausalTowerEndsInIt() throws IOException {
    writeTokenizer("null", "<fill>");

    assertThatThrownBy(
            () -> idsOfCat("\"hf_tokenizer_name\": \"some/one\", \"pool_type\": \"last\""))
        .isInstanceOf(UserException.class)
        .hasMessage(folder.resolve("tokenizer.json") + " does not say what texts are padded with");
  }

  @Test
  void isNotReadFromADamagedFileWhereTheFirstSuffices() throws IOException {
    writeTokenizer("null", "<fill>");
    write("tokenizer_config.json", "{\"pad_token\": \"<fill>\"}");
    write("special_tokens_map.json", "damaged");

    assertThat(idsOfCat(BIDIRECTIONAL)).containsExactly(1, 3, 3);
  }

  @Test
  void isZeroWithOpenAisVocabulary() throws IOException {
    writeTokenizer("null", "<fill>");
    write("tokenizer_config.json", "{\"pad_token\": \"<fill>\"}");

    assertThat(idsOfCat("\"no_causal_mask\": true, \"context_length\": 3"))
        .containsExactly(1, 0, 0);
  }

  /// As CLIPA's.
  @Test
  void leavesZerosWhereASeparatorStood() throws IOException {
    writeTokenizer("null", "<fill>");
    write("tokenizer_config.json", "{\"pad_token\": \"<fill>\", \"sep_token\": \"cat\"}");

    assertThat(idsOfCat(BIDIRECTIONAL + ", \"tokenizer_kwargs\": {\"strip_sep_token\": true}"))
        .containsExactly(0, 3, 3);
  }

  private long[] idsOfCat(String textConfig) {
    TextConfig text =
        ConfigReader.parse(
                "config",
                """
                {"model_cfg": {"embed_dim": 8, "vision_cfg": {}, "text_cfg": {%s}}}\
                """
                    .formatted(textConfig))
            .text();
    try (TextTokenizer tokenizer = text.openTokenizer(new ModelFolder(folder).tokenizer())) {
      return text.seen(tokenizer.encode("cat")).ids();
    }
  }

  private void writeTokenizer(String padding, String special) throws IOException {
    write(
        "tokenizer.json",
        """
        {"version": "1.0", "truncation": null, "padding": %s,
         "added_tokens": [{"id": 3, "content": "%s", "single_word": false, "lstrip": false,
           "rstrip": false, "normalized": false, "special": true}],
         "normalizer": null, "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null,
         "decoder": null,
         "model": {"type": "WordLevel", "vocab": {"what": 0, "cat": 1, "dog": 2},
           "unk_token": "what"}}
        """
            .formatted(padding, special));
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json);
  }
}
