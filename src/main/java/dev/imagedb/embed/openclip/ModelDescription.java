package dev.imagedb.embed.openclip;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.imagedb.embed.files.Safetensors.StoredTensor;
import java.nio.file.Path;
import java.util.Collection;

/// Says in words what a model's files hold. The towers are told from the config's own fields, which
/// [ConfigReader] has found good before.
final class ModelDescription {
  private final JsonObject model;

  private ModelDescription(JsonObject model) {
    this.model = model;
  }

  static ModelDescription of(Path config) {
    return new ModelDescription(ConfigReader.json(config).getAsJsonObject("model_cfg"));
  }

  /// `vision transformer, 12 layers of width 768, patches of 32 pixels`.
  String imageTower() {
    JsonObject vision = model.getAsJsonObject("vision_cfg");
    if (vision.get("timm_model_name") instanceof JsonPrimitive) {
      return vision.get("timm_model_name").getAsString() + " (timm)";
    }
    JsonElement layers = vision.get("layers");
    if (layers instanceof JsonArray blocks) {
      String numbers = blocks.asList().stream().map(JsonElement::getAsString).collect(joining("-"));
      return "ResNet, blocks " + numbers + ", width " + number(vision, "width", 64);
    }
    return "vision transformer, %s, patches of %s pixels"
        .formatted(layers(vision, 768), number(vision, "patch_size", 16));
  }

  /// `transformer, 12 layers of width 512`.
  String textTower() {
    JsonObject text = model.getAsJsonObject("text_cfg");
    return text.get("hf_model_name") instanceof JsonPrimitive
        ? text.get("hf_model_name").getAsString() + " (Hugging Face)"
        : "transformer, " + layers(text, 512);
  }

  /// How many numbers there are in all.
  static long count(Collection<StoredTensor> tensors) {
    return tensors.stream()
        .mapToLong(tensor -> tensor.data().byteSize() / tensor.type().bytes())
        .sum();
  }

  /// `F32`, or `F16, F32` where both are in use.
  static String types(Collection<StoredTensor> tensors) {
    return tensors.stream()
        .map(tensor -> tensor.type().name())
        .distinct()
        .sorted()
        .collect(joining(", "));
  }

  /// Defaults of `CLIPVisionCfg` and `CLIPTextCfg` in OpenCLIP's model.py.
  private static String layers(JsonObject tower, int usualWidth) {
    return "%s layers of width %s"
        .formatted(number(tower, "layers", 12), number(tower, "width", usualWidth));
  }

  private static String number(JsonObject fields, String name, int usual) {
    JsonElement value = fields.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : Integer.toString(usual);
  }
}
