package dev.imagedb.embed.openclip;

import java.util.Optional;
import java.util.Set;

/// RoBERTa and XLM-RoBERTa (`RobertaModel` in transformers' modeling_roberta.py).
///
/// @param positions those before the first that a text uses included
record RobertaEncoder(
    int vocabularySize, int width, int layers, int heads, int mlpWidth, int positions)
    implements HfEncoder {

  @Override
  public double epsilon() {
    return 1e-5;
  }

  @Override
  public int paddingId() {
    return 1;
  }

  /// Positions are counted from behind the padding's id.
  @Override
  public int longestContext() {
    return positions - paddingId() - 1;
  }

  @Override
  public Optional<HfTextConfig.Pooler> usualPooler() {
    return Optional.of(HfTextConfig.Pooler.MEAN);
  }

  @Override
  public boolean speaksLanguages() {
    return false;
  }

  @Override
  public String source() {
    return "roberta.py";
  }

  @Override
  public String vocabulary() {
    return PREFIX + "embeddings.word_embeddings.weight";
  }

  @Override
  public HfEncoder sized(JsonFields text, String key) {
    JsonFields sizes =
        text.fields(
            key,
            Set.of(
                "vocab_size",
                "hidden_size",
                "num_hidden_layers",
                "num_attention_heads",
                "intermediate_size",
                "max_position_embeddings"));
    int wide = sizes.count("hidden_size", width, TowerFields.LARGEST_WIDTH);
    return new RobertaEncoder(
        sizes.count("vocab_size", vocabularySize, TowerFields.LARGEST_VOCABULARY),
        wide,
        sizes.count("num_hidden_layers", layers, TowerFields.MOST_LAYERS),
        TowerFields.heads(sizes, "num_attention_heads", heads, wide),
        sizes.count("intermediate_size", mlpWidth, TowerFields.LARGEST_WIDTH),
        sizes.count("max_position_embeddings", positions, TowerFields.LONGEST_CONTEXT));
  }

  @Override
  public void want(Weights weights, boolean pooler) {
    String embeddings = PREFIX + "embeddings.";
    weights
        .want(embeddings + "position_embeddings.weight", positions, width)
        .want(embeddings + "token_type_embeddings.weight", 1, width)
        .wantNorm(embeddings + "LayerNorm", width);
    for (int layer = 0; layer < layers; layer++) {
      wantLayer(weights, PREFIX + "encoder.layer." + layer + ".");
    }
    if (pooler) {
      weights.wantLinear(PREFIX + "pooler.dense", width, width);
    }
  }

  private void wantLayer(Weights weights, String layer) {
    for (String part : new String[] {"query", "key", "value"}) {
      weights.wantLinear(layer + "attention.self." + part, width, width);
    }
    weights
        .wantLinear(layer + "attention.output.dense", width, width)
        .wantNorm(layer + "attention.output.LayerNorm", width)
        .wantLinear(layer + "intermediate.dense", mlpWidth, width)
        .wantLinear(layer + "output.dense", width, mlpWidth)
        .wantNorm(layer + "output.LayerNorm", width);
  }
}
