package dev.imagedb.embed.openclip;

import dev.imagedb.fault.UserException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `text_cfg` says: the kinds of text towers. Read by [TextConfigReader].
sealed interface TextConfig permits TextTransformerConfig, HfTextConfig {

  /// The most ids that a text may have.
  int contextLength();

  /// How words become ids.
  TokenizerConfig tokenizer();

  /// What to fill texts up with where the tokenizer's files don't say it; nothing where the vector
  /// depends on it.
  Optional<Long> usualPadding();

  /// What the tower needs to see of a context that is full.
  ///
  /// @param context ids, shape (context length)
  TokenSequence seen(long[] context);

  /// Wants all tensors of the tower, and says what is to be done with them.
  ///
  /// @throws dev.imagedb.fault.UserException where one is missing or of another shape
  TextLayout layout(Weights weights, int dimension);

  /// Checks that a tower without a projection gives vectors like those of pictures.
  static void checkUnprojected(int width, long dimension) {
    if (width != dimension) {
      throw UserException.failed(
          "the text tower is " + width + " wide and has no projection to embed_dim " + dimension,
          "the config is of no model: fetch the model's files anew");
    }
  }

  /// How words become ids.
  ///
  /// @param own whether the model brings a tokenizer of its own (`hf_tokenizer_name`), instead of
  ///   OpenAI's vocabulary
  /// @param stripSeparator whether separators become zeros (CLIPA)
  /// @param languages whether a text begins with the token of its language (NLLB)
  /// @param language that token; null where it is the tokenizer's to say
  record TokenizerConfig(
      boolean own,
      Cleaning cleaning,
      boolean stripSeparator,
      boolean languages,
      @Nullable String language) {}

  /// What is done to words before they become ids (`get_clean_fn` in OpenCLIP's tokenizer.py).
  enum Cleaning {
    /// White space joined, and lower case.
    LOWER,
    /// White space joined.
    WHITESPACE,
    /// White space joined, lower case, and no punctuation.
    CANONICALIZE
  }
}
