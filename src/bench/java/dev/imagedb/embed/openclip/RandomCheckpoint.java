package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// The image half of a ViT-B-32 with random weights, in OpenCLIP's file layout: a network's speed
/// does not depend on what it has learnt.
final class RandomCheckpoint {
  private static final int WIDTH = 768;
  private static final int LAYERS = 12;
  private static final int PATCH = 32;
  private static final int POSITIONS = 1 + 7 * 7;
  private static final int DIMENSION = 512;

  /// ViT-B-32 of OpenCLIP's model_configs.
  private static final String CONFIG =
      """
      {
        "model_cfg": {
          "embed_dim": 512,
          "vision_cfg": {"image_size": 224, "layers": 12, "width": 768, "patch_size": 32},
          "text_cfg": {
            "context_length": 77, "vocab_size": 49408, "width": 512, "heads": 8, "layers": 12
          }
        },
        "preprocess_cfg": {"size": 224, "interpolation": "bicubic", "resize_mode": "shortest"}
      }
      """;

  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  private RandomCheckpoint() {
    shape("visual.conv1.weight", WIDTH, 3, PATCH, PATCH);
    shape("visual.class_embedding", WIDTH);
    shape("visual.positional_embedding", POSITIONS, WIDTH);
    shape("visual.proj", WIDTH, DIMENSION);
    layer("visual.ln_pre.", WIDTH);
    layer("visual.ln_post.", WIDTH);
    for (int block = 0; block < LAYERS; block++) {
      String prefix = "visual.transformer.resblocks." + block + ".";
      layer(prefix + "ln_1.", WIDTH);
      layer(prefix + "attn.in_proj_", 3 * WIDTH, WIDTH);
      layer(prefix + "attn.out_proj.", WIDTH, WIDTH);
      layer(prefix + "ln_2.", WIDTH);
      layer(prefix + "mlp.c_fc.", 4 * WIDTH, WIDTH);
      layer(prefix + "mlp.c_proj.", WIDTH, 4 * WIDTH);
    }
  }

  /// Writes the model into a folder, unless it was done before.
  static Path writeTo(Path folder) throws IOException {
    Path weights = folder.resolve("open_clip_model.safetensors");
    if (!Files.exists(weights)) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("open_clip_config.json"), CONFIG);
      Files.writeString(folder.resolve("tokenizer.json"), "{}");
      new RandomCheckpoint().writeWeights(weights);
    }
    return folder;
  }

  private void layer(String prefix, long... shape) {
    shape(prefix + "weight", shape);
    shape(prefix + "bias", shape[0]);
  }

  private void shape(String name, long... shape) {
    shapes.put(name, shape);
  }

  private void writeWeights(Path file) throws IOException {
    byte[] header = header().getBytes(UTF_8);
    Random random = new Random(32);
    try (WritableByteChannel out =
        Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.write(buffer(Long.BYTES).putLong(header.length).flip());
      out.write(ByteBuffer.wrap(header));
      for (long[] shape : shapes.values()) {
        ByteBuffer floats = buffer((int) bytes(shape));
        while (floats.hasRemaining()) {
          floats.putFloat((float) (0.02 * random.nextGaussian()));
        }
        out.write(floats.flip());
      }
    }
  }

  private String header() {
    Map<String, Object> entries = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      long end = offset + bytes(entry.getValue());
      long[] offsets = {offset, end};
      entries.put(
          entry.getKey(),
          Map.of("dtype", "F32", "shape", entry.getValue(), "data_offsets", offsets));
      offset = end;
    }
    return new Gson().toJson(entries);
  }

  private static long bytes(long[] shape) {
    long bytes = Float.BYTES;
    for (long side : shape) {
      bytes *= side;
    }
    return bytes;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
