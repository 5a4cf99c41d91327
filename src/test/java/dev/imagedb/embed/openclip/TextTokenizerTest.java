package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.embed.files.ModelFolder;
import dev.imagedb.embed.tokenizer.TextTokenizer;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TextTokenizerTest {
  private static final String NAME = "bpe_simple_vocab_16e6.txt.gz";
  private static final Path VOCABULARY = Path.of("../shared/models/openclip");

  private static final TextConfig TEXT =
      ConfigReader.parse(
              "config",
              """
              {"model_cfg": {"embed_dim": 8, "vision_cfg": {}, "text_cfg": {}}}\
              """)
          .text();

  private static @Nullable TextTokenizer stock;

  @TempDir Path folder;

  /// A text, and the ids that OpenCLIP 3.3.0's `SimpleTokenizer` gives for it.
  private static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of("", "49406 49407"),
        Arguments.of("a photo of a tabby cat", "49406 320 1125 539 320 36145 2368 49407"),
        Arguments.of(
            "A child in a pink dress is climbing up a set of stairs in an entry way .",
            "49406 320 2913 530 320 3360 2595 533 9877 705 320 1167 539 9577 530 550 5362 923 269 49407"),
        Arguments.of(
            "don't we'll they're I'd 2024",
            "49406 847 713 649 1342 889 982 328 1896 273 271 273 275 49407"),
        Arguments.of("Snowboarder in mid-air!", "49406 3880 37414 530 4734 268 1922 256 49407"),
        Arguments.of("café über straße", "49406 15304 6522 1516 1894 127 253 324 49407"),
        Arguments.of("日本語 の 写真", "49406 39121 44353 34002 508 4813 362 44653 33440 509 49407"),
        Arguments.of(
            "emoji \ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "49406 16327 12832 25023 26304 964 356 49407"),
        Arguments.of(
            "supercalifragilisticexpialidocious",
            "49406 1642 2857 13093 2076 5868 26850 835 639 38466 49407"),
        Arguments.of("x\u00b2+y\u00bd=z", "49406 343 41175 266 344 33613 284 345 49407"),
        Arguments.of("...!?;:", "49406 3002 0 30 26 281 49407"),
        Arguments.of("'s 't ''", "49406 568 713 8445 49407"),
        Arguments.of("<end_of_text> in words", "49406 49407 530 2709 49407"),
        Arguments.of(
            "a<end_of_text> _<end_of_text>",
            "49406 320 49407 62 283 806 318 539 318 4160 285 49407"),
        Arguments.of("<|endoftext|> in words", "49406 27 347 40786 4160 91 285 530 2709 49407"),
        Arguments.of("<start_of_text>a", "49406 49406 320 49407"),
        Arguments.of("snake_case\u200bzero", "49406 8798 318 2068 9844 5848 49407"),
        Arguments.of(
            "Ελληνικά عربى ह\u093fन\u094dद\u0940",
            "49406 138 113 138 119 138 119 138 115 138 121 138 117 138 118 138 361 18843 10948 16378 149 487 29446 26721 26090 19389 29552 25751 49407"),
        Arguments.of("a\u0301\u0323 ǆ", "49406 157 118 350 136 479 67 129 378 49407"),
        Arguments.of("DON'T I'M IT'S", "49406 847 713 328 880 585 568 49407"),
        Arguments.of(
            "1234567890 3.14",
            "49406 272 273 274 275 276 277 278 279 280 271 274 269 272 275 49407"),
        Arguments.of("\u0660\u0661 \u2167", "49406 149 510 149 350 158 227 371 49407"),
        Arguments.of("ſ's K", "49406 129 379 568 330 49407"),
        Arguments.of("don\u2019t \u2018s", "49406 847 713 568 49407"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void givesTheIdsOfTheReferenceFromTheStockVocabulary(String sentence, String ids) {
    assertThat(shown(TEXT.seen(stock().encode(sentence)))).isEqualTo(upToFirstEnd(ids));
  }

  @Test
  void endsATextThatIsTooLongWithItsEnd() {
    TokenSequence sequence = TEXT.seen(stock().encode("photo ".repeat(200)));

    assertThat(sequence.ids()).hasSize(77).startsWith(49406, 1125, 1125).endsWith(1125, 49407);
    assertThat(sequence.pooled()).isEqualTo(76);
  }

  @Test
  void refusesAVocabularyThatIsCutShort() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(NAME)))) {
      out.write("#version\ni n\nt h\n".getBytes(UTF_8));
    }

    assertRefused(folder.resolve(NAME) + " is not OpenAI's byte-pair vocabulary");
  }

  @Test
  void refusesAVocabularyThatIsNotCompressed() throws IOException {
    Files.writeString(folder.resolve(NAME), "i n");

    assertRefused(folder.resolve(NAME) + " is not OpenAI's byte-pair vocabulary");
  }

  @Test
  void refusesATokenizerThatIsNone() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), "{}");

    assertRefused(folder.resolve("tokenizer.json") + " is no tokenizer that can be read");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> TEXT.openTokenizer(new ModelFolder(folder).tokenizer()).close())
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message);
  }

  private static TextTokenizer stock() {
    assumeTrue(Files.isRegularFile(VOCABULARY.resolve(NAME)), "no vocabulary in " + VOCABULARY);
    if (stock == null) {
      stock = TEXT.openTokenizer(new ModelFolder(VOCABULARY).tokenizer());
    }
    return stock;
  }

  @AfterAll
  static void close() {
    if (stock != null) {
      stock.close();
    }
  }

  private static String shown(TokenSequence sequence) {
    return Arrays.stream(sequence.ids()).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  /// A causal tower sees nothing after the first end of text.
  private static String upToFirstEnd(String ids) {
    return ids.substring(0, ids.indexOf("49407") + "49407".length());
  }
}
