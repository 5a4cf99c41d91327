package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.tokenizer.TokenizerConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A text tower that is one of Hugging Face's encoders, with OpenCLIP's pooling and projection
/// behind it (`HFTextEncoder` in its hf_model.py).
record HfTextConfig(
    int contextLength,
    HfEncoder encoder,
    Pooler pooler,
    Projection projection,
    TokenizerConfig tokenizer)
    implements TextConfig {

  private static final String PROJECTION = "text.proj";

  /// How the vectors of a text become one.
  enum Pooler {
    /// The mean of all.
    MEAN,
    /// The first, through a layer of the encoder's own where it has one (RoBERTa).
    CLASS,
    /// The first.
    CLASS_LAST_HIDDEN_STATE
  }

  /// What brings it to the dimension of pictures.
  enum Projection {
    NONE,
    LINEAR,
    /// Two layers and a GELU between them.
    MLP
  }

  @Override
  public Optional<Long> usualPadding() {
    return Optional.of((long) encoder.paddingId());
  }

  /// Padding is hidden, wherever it stands: it need not be there. A text of nothing else keeps one,
  /// where the reference divides by zero.
  @Override
  public TokenSequence seen(long[] context) {
    int[] places =
        IntStream.range(0, context.length)
            .filter(place -> context[place] != encoder.paddingId())
            .toArray();
    return TokenSequence.at(context, places.length == 0 ? new int[1] : places, 0, false);
  }

  @Override
  public TextLayout layout(Weights weights, int dimension) {
    encoder.want(weights, pooler == Pooler.CLASS);
    wantProjection(weights, dimension);
    String name = encoder.vocabulary();
    return new TextLayout(
        new TokenTable(
            weights.find(name, encoder.vocabularySize(), encoder.width()), encoder.width()),
        List.of("hf_text.py", encoder.source()),
        _ ->
            List.of(
                IValue.from(encoder.layers()),
                IValue.from(encoder.heads()),
                IValue.from(encoder.epsilon()),
                IValue.from(pooler == Pooler.MEAN)));
  }

  private void wantProjection(Weights weights, long dimension) {
    long width = encoder.width();
    switch (projection) {
      case NONE -> TextConfig.checkUnprojected(encoder.width(), dimension);
      case LINEAR -> weights.wantMatrix(PROJECTION, dimension, width);
      case MLP -> {
        long between = (width + dimension) / 2;
        weights
            .wantMatrix(PROJECTION + ".0", between, width)
            .wantMatrix(PROJECTION + ".2", dimension, between);
      }
    }
  }
}
