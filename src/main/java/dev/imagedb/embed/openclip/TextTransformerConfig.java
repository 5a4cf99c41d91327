package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.tokenizer.TokenizerConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// OpenCLIP's own text transformer (`TextTransformer` in its transformer.py), that of CoCa
/// included.
///
/// @param prefix of its names in the weights: `text.` for custom text towers
/// @param classToken whether a class token follows the context, and becomes the vector (CoCa)
/// @param paddingId the id that is hidden where there is a class token
/// @param endId the id where [Pool#EOS] takes the features
/// @param projection whether there is one, and whether it has a bias
/// @param activation as in TorchScript's gelu: `none`, `tanh`, or `quick_gelu`
record TextTransformerConfig(
    String prefix,
    int contextLength,
    int vocabularySize,
    int width,
    int heads,
    int layers,
    int mlpWidth,
    Pool pool,
    boolean causal,
    boolean classToken,
    int paddingId,
    int endId,
    boolean layerScale,
    Projection projection,
    String activation,
    double epsilon,
    TokenizerConfig tokenizer)
    implements TextConfig {

  /// Where in the sequence a text's features are taken from.
  enum Pool {
    FIRST,
    LAST,
    /// At the highest id, which is the end of text in OpenAI's vocabulary.
    ARGMAX,
    /// At the first end-of-sequence id.
    EOS
  }

  enum Projection {
    NONE,
    MATRIX,
    MATRIX_AND_BIAS
  }

  /// A causal tower whose features are taken from the text never looks at what is behind, and a
  /// class token looks at a padding of this id alone.
  @Override
  public Optional<Long> usualPadding() {
    boolean unseen = causal && pool != Pool.LAST;
    return unseen || classToken ? Optional.of((long) paddingId) : Optional.empty();
  }

  /// A causal tower's features depend on nothing that comes later: it need not see more than the
  /// sequence up to them.
  @Override
  public TokenSequence seen(long[] context) {
    if (classToken) {
      return beforeClassToken(context);
    }
    int pooled =
        switch (pool) {
          case FIRST -> 0;
          case LAST -> context.length - 1;
          case ARGMAX -> TokenSequence.highest(context);
          case EOS -> TokenSequence.first(context, endId);
        };
    long[] ids = causal ? Arrays.copyOf(context, pooled + 1) : context;
    return new TokenSequence(ids, LongStream.range(0, ids.length).toArray(), pooled, false);
  }

  /// What takes part when there is a class token, which stands last.
  ///
  /// The mask of padding was trained as if it stood first (`_build_additive_mask`): a place is
  /// hidden from all where the id before it is padding, and so is the class token from itself.
  private TokenSequence beforeClassToken(long[] context) {
    int[] places =
        IntStream.range(0, context.length)
            .filter(place -> place == 0 || context[place - 1] != paddingId)
            .toArray();
    return TokenSequence.at(
        context, places, places.length, context[context.length - 1] != paddingId);
  }

  @Override
  public TextLayout layout(Weights weights, int dimension) {
    want(weights, dimension);
    return new TextLayout(
        new TokenTable(
            weights.find(prefix + "token_embedding.weight", vocabularySize, width), width),
        List.of("transformer.py", "text_transformer.py"),
        sequence ->
            List.of(
                IValue.from(sequence.pooled()),
                IValue.from(sequence.classTokenSeen()),
                IValue.from(prefix),
                IValue.from(layers),
                IValue.from(heads),
                IValue.from(causal),
                IValue.from(activation),
                IValue.from(epsilon)));
  }

  private void want(Weights weights, long dimension) {
    weights
        .want(prefix + "positional_embedding", contextLength + (classToken ? 1 : 0), width)
        .wantNorm(prefix + "ln_final", width);
    if (classToken) {
      weights.want(prefix + "cls_emb", width);
    }
    for (int layer = 0; layer < layers; layer++) {
      weights.wantBlock(
          prefix + "transformer.resblocks." + layer + ".", width, mlpWidth, layerScale);
    }
    String name = prefix + "text_projection";
    switch (projection) {
      case NONE -> TextConfig.checkUnprojected(width, dimension);
      case MATRIX -> weights.want(name, width, dimension);
      case MATRIX_AND_BIAS ->
          weights.want(name + ".weight", dimension, width).want(name + ".bias", dimension);
    }
  }
}
