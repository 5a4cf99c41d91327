package dev.imagedb.embed.openclip;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.image.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A model of random weights, small enough to lie beside the tests, with the vectors that OpenCLIP
/// gives for it. All are made by `src/test/reference/tiny_models.py`.
record TinyModel(String name) {

  static Stream<TinyModel> all() {
    return Stream.of(
            "clipa",
            "quick-gelu",
            "layer-scale",
            "custom-text",
            "resized",
            "resnet",
            "siglip",
            "siglip2",
            "timm-clip",
            "timm-gap")
        .map(TinyModel::new);
  }

  OpenClipConfig config() {
    return ConfigReader.read(folder().resolve("open_clip_config.json"));
  }

  Safetensors weights() {
    return Safetensors.open(folder().resolve("open_clip_model.safetensors"));
  }

  /// The reference's vectors of pictures, each named `WIDTHxHEIGHT:SEED`.
  Map<String, float[]> images() {
    return expected("images");
  }

  /// The reference's vectors of texts, each written as its ids.
  Map<String, float[]> texts() {
    return expected("texts");
  }

  /// The picture of a name, drawn by the formula that the reference's pictures were drawn by.
  static RgbImage picture(String name) {
    String[] parts = name.split("[x:]", -1);
    int width = Integer.parseInt(parts[0]);
    int height = Integer.parseInt(parts[1]);
    int seed = Integer.parseInt(parts[2]);
    byte[] rgb = new byte[width * height * 3];
    for (int i = 0; i < width * height; i++) {
      int x = i % width;
      int y = i / width;
      rgb[3 * i] = (byte) (x * seed);
      rgb[3 * i + 1] = (byte) (y * 3 * seed);
      rgb[3 * i + 2] = (byte) (x * y + 40 * seed);
    }
    return new RgbImage(width, height, rgb);
  }

  private Map<String, float[]> expected(String kind) {
    try {
      String json = Files.readString(folder().resolve("expected.json"));
      JsonObject vectors = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject(kind);
      Map<String, float[]> expected = new LinkedHashMap<>();
      vectors.asMap().forEach((key, vector) -> expected.put(key, Vectors.of(vector)));
      return expected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return Path.of("src/test/resources/dev/imagedb/embed/openclip", name);
  }

  @Override
  public String toString() {
    return name;
  }
}
