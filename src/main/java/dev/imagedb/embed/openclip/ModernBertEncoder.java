package dev.imagedb.embed.openclip;

import java.util.Optional;

/// ModernBERT (`ModernBertModel` in transformers' modeling_modernbert.py): rotated positions, no
/// biases, and only every third layer looks further than 64 ids.
record ModernBertEncoder(
    int vocabularySize, int width, int layers, int heads, int mlpWidth, int positions)
    implements BertSized {

  @Override
  public int paddingId() {
    return 50283;
  }

  @Override
  public int longestContext() {
    return positions;
  }

  @Override
  public Optional<HfTextConfig.Pooler> usualPooler() {
    return Optional.empty();
  }

  @Override
  public String source() {
    return "modern_bert.py";
  }

  @Override
  public String vocabulary() {
    return PREFIX + "embeddings.tok_embeddings.weight";
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
    if (width / heads % 2 != 0) {
      throw sizes.unsupported("rotation in heads of a width of " + width / heads);
    }
    return new ModernBertEncoder(vocabularySize, width, layers, heads, mlpWidth, positions);
  }

  @Override
  public void want(Weights weights, boolean pooler) {
    weights
        .want(PREFIX + "embeddings.norm.weight", width)
        .want(PREFIX + "final_norm.weight", width);
    for (int layer = 0; layer < layers; layer++) {
      wantLayer(weights, layer);
    }
  }

  /// The first layer finds its tokens normed.
  private void wantLayer(Weights weights, int index) {
    String layer = PREFIX + "layers." + index + ".";
    if (index > 0) {
      weights.want(layer + "attn_norm.weight", width);
    }
    weights
        .wantMatrix(layer + "attn.Wqkv", 3L * width, width)
        .wantMatrix(layer + "attn.Wo", width, width)
        .want(layer + "mlp_norm.weight", width)
        .wantMatrix(layer + "mlp.Wi", 2L * mlpWidth, width)
        .wantMatrix(layer + "mlp.Wo", width, mlpWidth);
  }
}
