package dev.imagedb.embed.openclip;

import dev.imagedb.embed.openclip.HfTextConfig.Pooler;
import dev.imagedb.embed.openclip.HfTextConfig.Projection;

/// Reads the `hf_*` keys of a `text_cfg`. OpenCLIP's own sizes (`width` and so on) mean nothing to
/// these towers, nor does whether texts were padded in training (`variable_text`), since they never
/// see padding.
final class HfTextReader {
  private final JsonFields text;
  private final HfEncoder encoder;

  private HfTextReader(JsonFields text, HfEncoder encoder) {
    this.text = text;
    this.encoder = encoder;
  }

  static HfTextConfig read(JsonFields text) {
    String name = text.text("hf_model_name", "");
    HfEncoder encoder =
        HfEncoders.named(name)
            .orElseThrow(() -> text.unsupported("the Hugging Face text tower " + name));
    String sizes = "hf_model_config";
    return new HfTextReader(text, text.has(sizes) ? encoder.sized(text, sizes) : encoder).tower();
  }

  private HfTextConfig tower() {
    int context = text.count("context_length", 77, TowerFields.LONGEST_CONTEXT);
    if (context > encoder.longestContext()) {
      throw text.unsupported(
          "context_length " + context + " in an encoder of " + encoder.longestContext());
    }
    return new HfTextConfig(
        context,
        encoder,
        pooler(),
        projection(),
        TokenizerConfigReader.read(text, encoder.speaksLanguages()));
  }

  private Pooler pooler() {
    if (text.isNull("hf_pooler_type")) {
      return encoder
          .usualPooler()
          .orElseThrow(() -> text.unsupported("no hf_pooler_type for this text tower"));
    }
    String pooler = text.text("hf_pooler_type", "mean_pooler");
    return switch (pooler) {
      case "mean_pooler" -> Pooler.MEAN;
      case "cls_pooler" -> Pooler.CLASS;
      case "cls_last_hidden_state_pooler" -> Pooler.CLASS_LAST_HIDDEN_STATE;
      default -> throw text.unsupported("hf_pooler_type " + pooler);
    };
  }

  private Projection projection() {
    if (text.isNull("hf_proj_type")) {
      return Projection.NONE;
    }
    String projection = text.text("hf_proj_type", "mlp");
    return switch (projection) {
      case "linear" -> Projection.LINEAR;
      case "mlp" -> Projection.MLP;
      default -> throw text.unsupported("hf_proj_type " + projection);
    };
  }
}
