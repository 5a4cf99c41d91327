package dev.imagedb.embed.openclip;

import java.util.Optional;
import java.util.Set;

/// The encoder of M2M-100, as NLLB has it (`M2M100Encoder` in transformers' modeling_m2m_100.py).
record M2m100Encoder(int vocabularySize, int width, int layers, int heads, int mlpWidth)
    implements HfEncoder {

  @Override
  public int paddingId() {
    return 1;
  }

  /// Its positions are computed, as many as are needed.
  @Override
  public int longestContext() {
    return TowerFields.LONGEST_CONTEXT;
  }

  @Override
  public Optional<HfTextConfig.Pooler> usualPooler() {
    return Optional.of(HfTextConfig.Pooler.CLASS);
  }

  @Override
  public boolean speaksLanguages() {
    return true;
  }

  @Override
  public String source() {
    return "m2m_100.py";
  }

  @Override
  public String vocabulary() {
    return PREFIX + "embed_tokens.weight";
  }

  @Override
  public HfEncoder sized(JsonFields text, String key) {
    JsonFields sizes =
        text.fields(
            key,
            Set.of(
                "vocab_size",
                "d_model",
                "encoder_layers",
                "encoder_attention_heads",
                "encoder_ffn_dim"));
    int wide = sizes.count("d_model", width, TowerFields.LARGEST_WIDTH);
    if (wide < 4 || wide % 2 != 0) {
      throw sizes.unsupported("sines and cosines in a width of " + wide);
    }
    return new M2m100Encoder(
        sizes.count("vocab_size", vocabularySize, TowerFields.LARGEST_VOCABULARY),
        wide,
        sizes.count("encoder_layers", layers, TowerFields.MOST_LAYERS),
        TowerFields.heads(sizes, "encoder_attention_heads", heads, wide),
        sizes.count("encoder_ffn_dim", mlpWidth, TowerFields.LARGEST_WIDTH));
  }

  @Override
  public void want(Weights weights, boolean pooler) {
    for (int layer = 0; layer < layers; layer++) {
      wantLayer(weights, PREFIX + "layers." + layer + ".");
    }
    weights.wantNorm(PREFIX + "layer_norm", width);
  }

  private void wantLayer(Weights weights, String layer) {
    for (String part : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
      weights.wantLinear(layer + "self_attn." + part, width, width);
    }
    weights
        .wantNorm(layer + "self_attn_layer_norm", width)
        .wantLinear(layer + "fc1", mlpWidth, width)
        .wantLinear(layer + "fc2", width, mlpWidth)
        .wantNorm(layer + "final_layer_norm", width);
  }
}
