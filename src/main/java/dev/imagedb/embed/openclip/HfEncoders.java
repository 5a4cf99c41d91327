package dev.imagedb.embed.openclip;

import java.util.Map;
import java.util.Optional;

/// The encoders of Hugging Face that OpenCLIP's configs name. Their sizes are facts of the hub's
/// own configs.
final class HfEncoders {
  private static final Map<String, HfEncoder> KNOWN =
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

  private HfEncoders() {}

  /// The encoder of a name, as OpenCLIP's configs use it.
  static Optional<HfEncoder> named(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }
}
