package dev.imagedb.embed.openclip;

import dev.imagedb.embed.tokenizer.TokenizerConfig;
import dev.imagedb.embed.tokenizer.TokenizerConfig.Cleaning;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a `text_cfg` says of its tokenizer (`get_tokenizer` in OpenCLIP's factory.py,
/// `HFTokenizer` in its tokenizer.py).
final class TokenizerConfigReader {
  private TokenizerConfigReader() {}

  /// @param languages whether texts begin with the token of their language
  static TokenizerConfig read(JsonFields text, boolean languages) {
    boolean own = text.has("hf_tokenizer_name");
    Cleaning cleaning = own ? Cleaning.WHITESPACE : Cleaning.LOWER;
    if (!text.has("tokenizer_kwargs")) {
      return new TokenizerConfig(own, cleaning, false, languages, null);
    }
    JsonFields options =
        text.fields("tokenizer_kwargs", Set.of("clean", "strip_sep_token", "language"));
    boolean stripped = options.flag("strip_sep_token", false);
    if (stripped && !own) {
      throw options.unsupported("strip_sep_token with OpenAI's vocabulary, which has no separator");
    }
    return new TokenizerConfig(
        own,
        options.has("clean") ? cleaning(options) : cleaning,
        stripped,
        languages,
        language(options, languages));
  }

  private static Cleaning cleaning(JsonFields options) {
    String cleaning = options.text("clean", "");
    return switch (cleaning) {
      case "lower" -> Cleaning.LOWER;
      case "whitespace" -> Cleaning.WHITESPACE;
      case "canonicalize" -> Cleaning.CANONICALIZE;
      default -> throw options.unsupported("clean " + cleaning);
    };
  }

  /// Only tokenizers of many languages have a use for it; the reference warns, and goes on.
  private static @Nullable String language(JsonFields options, boolean languages) {
    return languages && options.has("language") ? options.text("language", "") : null;
  }
}
