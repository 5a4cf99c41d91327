package dev.imagedb.embed.openclip;

import java.util.Set;

/// An encoder whose sizes bear BERT's names in the hub's configs.
sealed interface BertSized extends HfEncoder permits RobertaEncoder, ModernBertEncoder {

  /// The hub's names.
  Set<String> SIZES =
      Set.of(
          "vocab_size",
          "hidden_size",
          "num_hidden_layers",
          "num_attention_heads",
          "intermediate_size",
          "max_position_embeddings");

  int mlpWidth();

  int positions();

  /// The same encoder in these sizes.
  ///
  /// @param sizes where they were read, to refuse those that do not fit one another
  HfEncoder sized(
      JsonFields sizes,
      int vocabularySize,
      int width,
      int layers,
      int heads,
      int mlpWidth,
      int positions);

  @Override
  default HfEncoder sized(JsonFields text, String key) {
    JsonFields sizes = text.fields(key, SIZES);
    int width = sizes.count("hidden_size", width(), TowerFields.LARGEST_WIDTH);
    return sized(
        sizes,
        sizes.count("vocab_size", vocabularySize(), TowerFields.LARGEST_VOCABULARY),
        width,
        sizes.count("num_hidden_layers", layers(), TowerFields.MOST_LAYERS),
        TowerFields.heads(sizes, "num_attention_heads", heads(), width),
        sizes.count("intermediate_size", mlpWidth(), TowerFields.LARGEST_WIDTH),
        sizes.count("max_position_embeddings", positions(), TowerFields.LONGEST_CONTEXT));
  }
}
