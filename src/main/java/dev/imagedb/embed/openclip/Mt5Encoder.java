package dev.imagedb.embed.openclip;

import java.util.Set;

/// The encoder of mT5 (`MT5Stack` in transformers' modeling_mt5.py).
///
/// @param headWidth features of one head; all heads together may be wider than a token
record Mt5Encoder(int vocabularySize, int width, int layers, int heads, int headWidth, int mlpWidth)
    implements HfEncoder {

  /// Distances that are told apart (`relative_attention_num_buckets`).
  private static final int BUCKETS = 32;

  @Override
  public double epsilon() {
    return 1e-6;
  }

  @Override
  public int paddingId() {
    return 0;
  }

  /// It knows distances only.
  @Override
  public int longestContext() {
    return TowerFields.LONGEST_CONTEXT;
  }

  @Override
  public String source() {
    return "mt5.py";
  }

  @Override
  public String vocabulary() {
    return PREFIX + "embed_tokens.weight";
  }

  @Override
  public HfEncoder sized(JsonFields text, String key) {
    JsonFields sizes =
        text.fields(
            key, Set.of("vocab_size", "d_model", "num_layers", "num_heads", "d_kv", "d_ff"));
    return new Mt5Encoder(
        sizes.count("vocab_size", vocabularySize, TowerFields.LARGEST_VOCABULARY),
        sizes.count("d_model", width, TowerFields.LARGEST_WIDTH),
        sizes.count("num_layers", layers, TowerFields.MOST_LAYERS),
        sizes.count("num_heads", heads, TowerFields.LARGEST_WIDTH),
        sizes.count("d_kv", headWidth, TowerFields.LARGEST_WIDTH),
        sizes.count("d_ff", mlpWidth, TowerFields.LARGEST_WIDTH));
  }

  @Override
  public void want(Weights weights, boolean pooler) {
    for (int layer = 0; layer < layers; layer++) {
      wantLayer(weights, PREFIX + "block." + layer + ".layer.");
    }
    weights
        .want(
            PREFIX + "block.0.layer.0.SelfAttention.relative_attention_bias.weight", BUCKETS, heads)
        .want(PREFIX + "final_layer_norm.weight", width);
  }

  private void wantLayer(Weights weights, String layer) {
    long attended = (long) heads * headWidth;
    for (String part : new String[] {"q", "k", "v"}) {
      weights.wantMatrix(layer + "0.SelfAttention." + part, attended, width);
    }
    weights
        .wantMatrix(layer + "0.SelfAttention.o", width, attended)
        .want(layer + "0.layer_norm.weight", width)
        .wantMatrix(layer + "1.DenseReluDense.wi_0", mlpWidth, width)
        .wantMatrix(layer + "1.DenseReluDense.wi_1", mlpWidth, width)
        .wantMatrix(layer + "1.DenseReluDense.wo", width, mlpWidth)
        .want(layer + "1.layer_norm.weight", width);
  }
}
