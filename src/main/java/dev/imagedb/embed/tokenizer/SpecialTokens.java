package dev.imagedb.embed.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.imagedb.fault.UserException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The ids that stand around a text's own.
///
/// @param written those that are put there; null where the tokenizer itself puts there what is
///   needed
record SpecialTokens(@Nullable Written written) {
  private static final String ENGLISH = "eng_Latn";
  private static final String END = "</s>";

  /// The language before a text, and the end of text behind it.
  record Written(long language, long end) {}

  /// Finds a model's. `NllbTokenizer` in transformers puts the language before a text, whatever
  /// `tokenizer.json` says, which may be of the time when it stood behind.
  ///
  /// @throws UserException where a tokenizer of languages knows not the one that is asked for
  static SpecialTokens of(TokenizerSettings settings, TokenizerConfig config) {
    if (!config.languages()) {
      return new SpecialTokens(null);
    }
    if (settings.flag("legacy_behaviour")) {
      throw UserException.failed(
          settings.file() + " is set to legacy_behaviour, which is not supported",
          "choose another model");
    }
    String asked = config.language();
    String language = asked != null ? asked : settings.text("src_lang").orElse(ENGLISH);
    return new SpecialTokens(new Written(id(settings, language), id(settings, END)));
  }

  private static long id(TokenizerSettings settings, String token) {
    return settings
        .id(token)
        .orElseThrow(
            () ->
                UserException.failed(
                    settings.file() + " knows no token " + token, "fetch the model's files anew"));
  }

  /// Whether a text is closed by an id that is none of its own.
  boolean close(HuggingFaceTokenizer tokenizer) {
    long[] whole = encode(tokenizer, "a");
    long[] own = tokenizer.encode("a", false, false).getIds();
    return whole.length > 0 && (own.length == 0 || whole[whole.length - 1] != own[own.length - 1]);
  }

  /// The ids of a text and of what stands around it.
  long[] encode(HuggingFaceTokenizer tokenizer, String words) {
    if (written == null) {
      return tokenizer.encode(words, true, false).getIds();
    }
    LongStream own = Arrays.stream(tokenizer.encode(words, false, false).getIds());
    LongStream started = LongStream.concat(LongStream.of(written.language()), own);
    return LongStream.concat(started, LongStream.of(written.end())).toArray();
  }
}
