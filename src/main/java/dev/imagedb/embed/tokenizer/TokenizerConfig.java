package dev.imagedb.embed.tokenizer;

import org.jspecify.annotations.Nullable;

/// How words become ids.
///
/// @param own whether the model brings a tokenizer of its own (`hf_tokenizer_name`), instead of
///   OpenAI's vocabulary
/// @param stripSeparator whether separators become zeros (CLIPA)
/// @param languages whether a text begins with the token of its language (NLLB)
/// @param language that token; null where it is the tokenizer's to say
public record TokenizerConfig(
    boolean own,
    Cleaning cleaning,
    boolean stripSeparator,
    boolean languages,
    @Nullable String language) {

  /// What is done to words before they become ids (`get_clean_fn` in OpenCLIP's tokenizer.py).
  public enum Cleaning {
    /// White space joined, and lower case.
    LOWER,
    /// White space joined.
    WHITESPACE,
    /// White space joined, lower case, and no punctuation.
    CANONICALIZE
  }
}
