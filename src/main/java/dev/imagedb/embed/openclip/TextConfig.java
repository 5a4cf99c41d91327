package dev.imagedb.embed.openclip;

import dev.imagedb.embed.tokenizer.TextTokenizer;
import dev.imagedb.embed.tokenizer.TokenizerConfig;
import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.Optional;

/// What `text_cfg` says: the kinds of text towers. Read by [TextConfigReader].
sealed interface TextConfig permits TextTransformerConfig, HfTextConfig {

  /// The most ids that a text may have.
  int contextLength();

  /// How words become ids.
  TokenizerConfig tokenizer();

  /// What to fill texts up with where the tokenizer's files don't say it; nothing where the vector
  /// depends on it.
  Optional<Long> usualPadding();

  /// Opens the tokenizer whose ids the tower knows.
  ///
  /// @param file a `tokenizer.json`, or OpenAI's byte-pair vocabulary
  default TextTokenizer openTokenizer(Path file) {
    return TextTokenizer.load(file, tokenizer(), contextLength(), usualPadding());
  }

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
}
