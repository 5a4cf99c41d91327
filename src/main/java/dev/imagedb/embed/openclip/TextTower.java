package dev.imagedb.embed.openclip;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.openclip.OpenClipConfig.TextConfig;
import java.util.List;

/// The text half of a model: ids to a unit vector. Safe for use by many threads.
///
/// Always in float32: a query has few words, and mapped float32 weights need no preparation.
final class TextTower implements AutoCloseable {
  private final Tower tower;
  private final TokenTable tokens;
  private final TextConfig text;
  private final String prefix;

  private TextTower(Tower tower, TokenTable tokens, TextConfig text, String prefix) {
    this.tower = tower;
    this.tokens = tokens;
    this.text = text;
    this.prefix = prefix;
  }

  static TextTower load(Safetensors file, OpenClipConfig config, EmbedderOptions options) {
    TextConfig text = config.text();
    String prefix = config.textPrefix();
    Weights weights = wanted(file, text, prefix, config.dimension());
    TokenTable tokens =
        new TokenTable(
            weights.find(prefix + "token_embedding.weight", text.vocabularySize(), text.width()),
            text.width());
    Tower tower =
        Tower.load(
            weights,
            Precision.FP32,
            options,
            List.of(),
            List.of("transformer.py", "text_transformer.py"));
    return new TextTower(tower, tokens, text, prefix);
  }

  private static Weights wanted(Safetensors file, TextConfig text, String prefix, long dimension) {
    long width = text.width();
    Weights weights =
        new Weights(file)
            .want(prefix + "positional_embedding", text.contextLength(), width)
            .wantNorm(prefix + "ln_final", width);
    for (int layer = 0; layer < text.layers(); layer++) {
      String block = prefix + "transformer.resblocks." + layer + ".";
      weights.wantBlock(block, width, text.mlpWidth(), text.layerScale());
    }
    return switch (text.projection()) {
      case NONE -> weights;
      case MATRIX -> weights.want(prefix + "text_projection", width, dimension);
      case MATRIX_AND_BIAS ->
          weights
              .want(prefix + "text_projection.weight", dimension, width)
              .want(prefix + "text_projection.bias", dimension);
    };
  }

  /// The unit vector of a sequence, shape (dimension).
  float[] embed(TokenSequence sequence) {
    try (PtNDManager scope = TorchModule.newManager()) {
      IValue vectors = IValue.from(tokens.lookUp(scope, sequence.ids())); // (1, S, width)
      List<IValue> parameters =
          List.of(
              IValue.from(prefix),
              IValue.from(text.layers()),
              IValue.from(text.heads()),
              IValue.from(text.causal()),
              IValue.from(text.activation()),
              IValue.from(text.epsilon()),
              IValue.from(sequence.pooled()));
      return tower.forward(scope, List.of(vectors), parameters)[0];
    }
  }

  @Override
  public void close() {
    tower.close();
  }
}
