package dev.imagedb.embed.openclip;

import com.google.gson.JsonObject;
import dev.imagedb.embed.files.JsonFile;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.Interpolation;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Reads `open_clip_config.json`. Keys, defaults and meanings are those of OpenCLIP's model.py and
/// transform.py (`PreprocessCfg`); the towers' own parts are read by [VisionConfigReader] and
/// [TextConfigReader]. CoCa's decoder (`multimodal_cfg`) writes captions, and is left alone.
final class ConfigReader {
  private static final int LARGEST_CONFIG_BYTES = 1 << 20;
  private static final int LARGEST_DIMENSION = 1 << 14;

  private static final Set<String> MODEL_KEYS =
      Set.of(
          "embed_dim",
          "vision_cfg",
          "text_cfg",
          "quick_gelu",
          "custom_text",
          "init_logit_scale",
          "init_logit_bias",
          "nonscalar_logit_scale",
          "multimodal_cfg",
          "audio_cfg",
          "genlip_cfg");

  private static final Set<String> PREPROCESS_KEYS =
      Set.of("size", "mode", "mean", "std", "interpolation", "resize_mode", "fill_color");

  private final String file;

  private ConfigReader(String file) {
    this.file = file;
  }

  /// Reads a config file.
  ///
  /// @throws UserException where it is no config, or asks for what is not supported
  static OpenClipConfig read(Path file) {
    return new ConfigReader(file.toString()).config(json(file));
  }

  /// The whole of a config file, as it is written.
  static JsonObject json(Path file) {
    return JsonFile.read(file, LARGEST_CONFIG_BYTES, "a config");
  }

  static OpenClipConfig parse(String file, String json) {
    return new ConfigReader(file).config(JsonFile.parse(file, json));
  }

  private OpenClipConfig config(JsonObject root) {
    JsonFields top = new JsonFields(file, root, Set.of("model_cfg", "preprocess_cfg"));
    JsonFields model = new JsonFields(file + ": model_cfg", top.object("model_cfg"), MODEL_KEYS);
    for (String other : new String[] {"audio_cfg", "genlip_cfg"}) {
      if (model.has(other)) {
        throw model.unsupported(other);
      }
    }
    boolean custom = model.flag("custom_text", false);
    if (model.has("multimodal_cfg") && !custom) {
      throw model.unsupported("multimodal_cfg without custom_text");
    }
    boolean quickGelu = model.flag("quick_gelu", false);
    VisionConfig vision =
        VisionConfigReader.read(file + ": vision_cfg", model.object("vision_cfg"), quickGelu);
    return new OpenClipConfig(
        model.count("embed_dim", LARGEST_DIMENSION),
        vision,
        TextConfigReader.read(file + ": text_cfg", model.object("text_cfg"), custom, quickGelu),
        preprocessing(top, vision.imageSize()));
  }

  private Preprocessing preprocessing(JsonFields top, int imageSize) {
    JsonObject given = top.has("preprocess_cfg") ? top.object("preprocess_cfg") : new JsonObject();
    JsonFields fields = new JsonFields(file + ": preprocess_cfg", given, PREPROCESS_KEYS);
    if (!fields.text("mode", "RGB").equals("RGB")) {
      throw fields.unsupported("mode " + fields.text("mode", ""));
    }
    int size = fields.square("size", imageSize, TowerFields.LARGEST_SIDE);
    if (size != imageSize) {
      throw fields.unsupported("pictures of " + size + " pixels for a tower of " + imageSize);
    }
    return new Preprocessing(
        size,
        resizeMode(fields),
        interpolation(fields),
        fill(fields),
        fields.numbers("mean", Preprocessing.OPENAI_MEAN),
        deviation(fields));
  }

  private static Preprocessing.ResizeMode resizeMode(JsonFields fields) {
    String mode = fields.text("resize_mode", "shortest");
    return switch (mode) {
      case "shortest" -> Preprocessing.ResizeMode.SHORTEST;
      case "longest" -> Preprocessing.ResizeMode.LONGEST;
      case "squash" -> Preprocessing.ResizeMode.SQUASH;
      default -> throw fields.unsupported("resize_mode " + mode);
    };
  }

  private static Interpolation interpolation(JsonFields fields) {
    String interpolation = fields.text("interpolation", "bicubic");
    return switch (interpolation.toLowerCase(Locale.ROOT)) {
      // The reference takes "random" for bicubic outside training (transform.py).
      case "bicubic", "random" -> Interpolation.BICUBIC;
      case "bilinear" -> Interpolation.BILINEAR;
      default -> throw fields.unsupported("interpolation " + interpolation);
    };
  }

  private static int fill(JsonFields fields) {
    int fill = fields.integer("fill_color", 0);
    if (fill > 255) {
      throw fields.unsupported("fill_color " + fill);
    }
    return fill;
  }

  private static double[] deviation(JsonFields fields) {
    double[] deviation = fields.numbers("std", Preprocessing.OPENAI_DEVIATION);
    for (double channel : deviation) {
      if (!(channel > 0)) {
        throw fields.unsupported("std " + channel);
      }
    }
    return deviation;
  }
}
