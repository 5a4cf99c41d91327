package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.embed.files.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// A model too large to lie beside the tests: its weights are drawn by a formula that the reference
/// was given, too. Its shapes, and the vectors that OpenCLIP gives for it, are written by
/// `src/test/reference/drawn_models.py`.
record DrawnModel(String name) {

  static Stream<DrawnModel> all() {
    return Stream.of(
            "mobile-net-same",
            "mobile-net-deep",
            "conv-next",
            "conv-next-mlp",
            "fast-vit",
            "fast-vit-fused",
            "fast-vit-large",
            "vit-stem",
            "vit-clip",
            "eva-giant",
            "eva-02",
            "eva-02-enormous",
            "perception",
            "perception-gigantic",
            "vit-custom-blocks",
            "vit-queries",
            "vit-queries-mean",
            "vit-queries-parallel",
            "vit-queries-cascade",
            "coca",
            "coca-bidirectional",
            "roberta",
            "xlm-roberta-class",
            "xlm-roberta-first",
            "mt5",
            "nllb",
            "nllb-mean",
            "modern-bert")
        .map(DrawnModel::new);
  }

  OpenClipConfig config() {
    return ConfigReader.parse(name, part("config").toString());
  }

  /// The reference's vectors of pictures, each named `WIDTHxHEIGHT:SEED`.
  Map<String, float[]> images() {
    return vectors("images");
  }

  /// Whether the reference itself gives much the same vectors in bfloat16: random networks lose
  /// more by rounding than trained ones, and some of them everything.
  boolean withstandsRounding() {
    return part("bfloat16").asMap().values().stream().allMatch(c -> c.getAsDouble() > 0.999);
  }

  /// The reference's vectors of texts, each written as its ids.
  Map<String, float[]> texts() {
    return vectors("texts");
  }

  /// Writes the weights into a folder.
  Safetensors weights(Path folder) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    part("tensors").asMap().forEach((key, shape) -> shapes.put(key, shape(shape.toString())));
    byte[] header = header(shapes).getBytes(UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + header.length + Math.toIntExact(bytes(shapes)))
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .put(header);
    shapes.forEach((key, shape) -> draw(file, key, shape));
    try {
      return Safetensors.open(Files.write(folder.resolve(name + ".safetensors"), file.array()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// splitmix64 of a tensor's name and a number's place, 24 bits of it.
  private static void draw(ByteBuffer file, String key, long[] shape) {
    CRC32 seed = new CRC32();
    seed.update(key.getBytes(UTF_8));
    Spread spread = Spread.of(key, shape);
    for (long i = 0; i < size(shape); i++) {
      long z = ((seed.getValue() << 32) | i) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      double unit = (double) ((z ^ (z >>> 31)) >>> 40) / (1 << 24);
      file.putFloat((float) (spread.centre + spread.reach * (2 * unit - 1)));
    }
  }

  private record Spread(double centre, double reach) {
    static Spread of(String key, long[] shape) {
      if (key.endsWith("running_var")) {
        return new Spread(1, 0.5);
      }
      if (key.endsWith("gamma")) {
        return new Spread(0.5, 0.3);
      }
      if (key.matches(".*(pos_embed|cls_token|positional_embedding|token_embedding\\.weight)")) {
        return new Spread(0, 0.5);
      }
      if (shape.length > 1) {
        return new Spread(0, Math.sqrt(6.0 * shape[0] / size(shape)));
      }
      return key.endsWith("weight") ? new Spread(1, 0.3) : new Spread(0, 0.2);
    }
  }

  private static String header(Map<String, long[]> shapes) {
    Map<String, Object> entries = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      long end = offset + Float.BYTES * size(entry.getValue());
      long[] offsets = {offset, end};
      entries.put(
          entry.getKey(),
          Map.of("dtype", "F32", "shape", entry.getValue(), "data_offsets", offsets));
      offset = end;
    }
    return new Gson().toJson(entries);
  }

  private static long bytes(Map<String, long[]> shapes) {
    return Float.BYTES * shapes.values().stream().mapToLong(DrawnModel::size).sum();
  }

  private static long size(long[] shape) {
    return LongStream.of(shape).reduce(1, (a, b) -> a * b);
  }

  private static long[] shape(String json) {
    return new Gson().fromJson(json, long[].class);
  }

  private Map<String, float[]> vectors(String kind) {
    Map<String, float[]> vectors = new LinkedHashMap<>();
    part(kind).asMap().forEach((key, vector) -> vectors.put(key, Vectors.of(vector)));
    return vectors;
  }

  private JsonObject part(String kind) {
    Path file = Path.of("src/test/resources/dev/imagedb/embed/openclip/drawn", name + ".json");
    try {
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonObject(kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
