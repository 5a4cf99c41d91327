package dev.imagedb.embed.openclip;

import java.util.Optional;
import java.util.Set;

/// ModernBERT (`ModernBertModel` in transformers' modeling_modernbert.py): rotated positions, no
/// biases, and only every third layer looks further than 64 ids.
record ModernBertEncoder(
    int vocabularySize, int width, int layers, int heads, int mlpWidth, int positions)
    implements HfEncoder {

  @Override
  public double epsilon() {
    return 1e-5;
  }

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
  public boolean speaksLanguages() {
    return false;
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
    int many = TowerFields.heads(sizes, "num_attention_heads", heads, wide);
    if (wide / many % 2 != 0) {
      throw sizes.unsupported("rotation in heads of a width of " + wide / many);
    }
    return new ModernBertEncoder(
        sizes.count("vocab_size", vocabularySize, TowerFields.LARGEST_VOCABULARY),
        wide,
        sizes.count("num_hidden_layers", layers, TowerFields.MOST_LAYERS),
        many,
        sizes.count("intermediate_size", mlpWidth, TowerFields.LARGEST_WIDTH),
        sizes.count("max_position_embeddings", positions, TowerFields.LONGEST_CONTEXT));
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
