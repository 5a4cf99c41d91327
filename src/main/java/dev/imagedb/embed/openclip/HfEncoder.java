package dev.imagedb.embed.openclip;

import java.util.Map;
import java.util.Optional;

/// An encoder of Hugging Face's transformers. An OpenCLIP config gives only its name on the hub;
/// the sizes behind the name are facts of the hub's own configs, which [#named] repeats.
sealed interface HfEncoder permits RobertaEncoder, Mt5Encoder, M2m100Encoder, ModernBertEncoder {
  /// What its names begin with in OpenCLIP's weights.
  String PREFIX = "text.transformer.";

  int vocabularySize();

  int width();

  int layers();

  int heads();

  double epsilon();

  /// The id that is no part of a text (`pad_token_id`).
  int paddingId();

  /// How many ids it has positions for.
  int longestContext();

  /// How the vectors of a text become one where the config does not say (`arch_dict` in OpenCLIP's
  /// hf_configs.py, which may not say it either).
  Optional<HfTextConfig.Pooler> usualPooler();

  /// Whether a text begins with the token of its language.
  boolean speaksLanguages();

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

  /// The encoder of a name.
  static Optional<HfEncoder> named(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  /// By the name that OpenCLIP's configs use.
  Map<String, HfEncoder> KNOWN =
      Map.of(
          "roberta-base",
          new RobertaEncoder(50265, 768, 12, 12, 3072, 514),
          "xlm-roberta-base",
          new RobertaEncoder(250002, 768, 12, 12, 3072, 514),
          "xlm-roberta-large",
          new RobertaEncoder(250002, 1024, 24, 16, 4096, 514),
          "google/mt5-base",
          new Mt5Encoder(250112, 768, 12, 12, 64, 2048),
          "google/mt5-xl",
          new Mt5Encoder(250112, 2048, 24, 32, 64, 5120),
          "facebook/nllb-200-distilled-600M",
          new M2m100Encoder(256206, 1024, 12, 16, 4096),
          "facebook/nllb-200-distilled-1.3B",
          new M2m100Encoder(256206, 1024, 24, 16, 8192),
          "Alibaba-NLP/gte-modernbert-base",
          new ModernBertEncoder(50368, 768, 22, 12, 1152, 8192));
}
