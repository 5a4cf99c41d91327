package dev.imagedb.embed.openclip;

/// What `open_clip_config.json` says, as far as the towers need it. Read by [ConfigReader].
///
/// @param dimension numbers in a vector (`embed_dim`)
/// @param textPrefix of the text tower's names in the weights: `text.` for custom text towers
record OpenClipConfig(
    int dimension,
    VisionConfig vision,
    TextConfig text,
    String textPrefix,
    Preprocessing preprocessing) {

  /// The same model, but with whole pictures on a white square.
  OpenClipConfig padded() {
    return new OpenClipConfig(dimension, vision, text, textPrefix, preprocessing.padded());
  }

  /// Where in the sequence a text's features are taken from.
  enum TextPool {
    FIRST,
    LAST,
    /// At the highest id, which is the end of text in OpenAI's vocabulary.
    ARGMAX,
    /// At the first end-of-sequence id.
    EOS
  }

  /// A text transformer (`TextTransformer` in OpenCLIP's transformer.py).
  ///
  /// @param projection whether there is one, and whether it has a bias
  record TextConfig(
      int contextLength,
      int vocabularySize,
      int width,
      int heads,
      int layers,
      int mlpWidth,
      TextPool pool,
      boolean causal,
      boolean layerScale,
      int endId,
      Projection projection,
      String activation,
      double epsilon,
      TokenizerConfig tokenizer) {}

  enum Projection {
    NONE,
    MATRIX,
    MATRIX_AND_BIAS
  }

  /// How words become ids.
  ///
  /// @param own whether the model brings a tokenizer of its own (`hf_tokenizer_name`), instead of
  ///   OpenAI's vocabulary
  /// @param stripSeparator whether the separator at the end becomes padding (CLIPA)
  record TokenizerConfig(boolean own, Cleaning cleaning, boolean stripSeparator) {}

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
