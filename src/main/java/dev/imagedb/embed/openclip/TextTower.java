package dev.imagedb.embed.openclip;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.files.Safetensors;
import java.util.List;
import java.util.function.Function;

/// The text half of a model: ids to a unit vector. Safe for use by many threads.
///
/// Always in float32: a query has few words, and mapped float32 weights need no preparation.
final class TextTower implements AutoCloseable {
  private final Tower tower;
  private final TokenTable tokens;

  /// Makes the arguments of `forward` after the weights; they are closed after each call.
  private final Function<TokenSequence, List<IValue>> parameters;

  private TextTower(
      Tower tower, TokenTable tokens, Function<TokenSequence, List<IValue>> parameters) {
    this.tower = tower;
    this.tokens = tokens;
    this.parameters = parameters;
  }

  static TextTower load(Safetensors file, OpenClipConfig config, EmbedderOptions options) {
    Weights weights = new Weights(file);
    TextLayout layout = config.text().layout(weights, config.dimension());
    Tower tower = Tower.load(weights, Precision.FP32, options, List.of(), layout.sources());
    return new TextTower(tower, layout.tokens(), layout.parameters());
  }

  /// The unit vector of a sequence, shape (dimension).
  float[] embed(TokenSequence sequence) {
    try (PtNDManager scope = TorchModule.newManager()) {
      List<IValue> inputs =
          List.of(
              IValue.from(tokens.lookUp(scope, sequence.ids())), // (1, S, width)
              IValue.from((PtNDArray) scope.create(sequence.places()))); // (S)
      return tower.forward(scope, inputs, parameters.apply(sequence))[0];
    }
  }

  @Override
  public void close() {
    tower.close();
  }
}
