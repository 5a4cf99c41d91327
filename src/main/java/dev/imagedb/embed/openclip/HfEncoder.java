package dev.imagedb.embed.openclip;

import java.util.Optional;

/// An encoder of Hugging Face's transformers. An OpenCLIP config gives only its name on the hub:
/// [HfEncoders] knows the sizes behind it.
sealed interface HfEncoder permits BertSized, Mt5Encoder, M2m100Encoder {
  /// What its names begin with in OpenCLIP's weights.
  String PREFIX = "text.transformer.";

  int vocabularySize();

  int width();

  int layers();

  int heads();

  default double epsilon() {
    return 1e-5;
  }

  /// The id that is no part of a text (`pad_token_id`).
  int paddingId();

  /// How many ids it has positions for.
  int longestContext();

  /// How the vectors of a text become one where the config does not say (`arch_dict` in OpenCLIP's
  /// hf_configs.py, which may not say it either).
  default Optional<HfTextConfig.Pooler> usualPooler() {
    return Optional.of(HfTextConfig.Pooler.MEAN);
  }

  /// Whether a text begins with the token of its language.
  default boolean speaksLanguages() {
    return false;
  }

  /// The TorchScript resource with its `encode`.
  String source();

  /// The name of its vocabulary's vectors.
  String vocabulary();

  /// The same encoder in the sizes of `hf_model_config`, by the hub's names for them.
  HfEncoder sized(JsonFields text, String key);

  /// Wants all tensors but the vocabulary's.
  ///
  /// @param pooler whether it has a layer behind its first vector, where it can have one
  void want(Weights weights, boolean pooler);
}
