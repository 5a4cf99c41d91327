package dev.imagedb.embed.openclip;

/// RoBERTa and XLM-RoBERTa (`RobertaModel` in transformers' modeling_roberta.py).
///
/// @param positions those before the first that a text uses included
record RobertaEncoder(
    int vocabularySize, int width, int layers, int heads, int mlpWidth, int positions)
    implements BertSized {

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
  public String source() {
    return "roberta.py";
  }

  @Override
  public String vocabulary() {
    return PREFIX + "embeddings.word_embeddings.weight";
  }

  @Override
  public HfEncoder sized(
      JsonFields sizes,
      int vocabularySize,
      int width,
      int layers,
      int heads,
      int mlpWidth,
      int positions) {
    return new RobertaEncoder(vocabularySize, width, layers, heads, mlpWidth, positions);
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
