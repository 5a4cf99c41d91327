package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A ViT-B-32 with random weights, in OpenCLIP's file layout: a network's speed does not depend on
/// what it has learnt.
public final class RandomCheckpoint {
  private static final Path FOLDER = Path.of("target", "benchmark", "vit-b-32").toAbsolutePath();
  private static final Path BUILTIN_TOKENIZER =
      Path.of("src/main/resources/dev/imagedb/embed/models/builtin/tokenizer.json");
  private static final String TOKENIZER = "tokenizer.json";
  private static final String VOCABULARY = "bpe_simple_vocab_16e6.txt.gz";

  private static final int LAYERS = 12;
  private static final int IMAGE_WIDTH = 768;
  private static final int PATCH = 32;
  private static final int PATCHES = 7 * 7;
  private static final int TEXT_WIDTH = 512;
  private static final int CONTEXT = 77;
  private static final int WORDS = 49408;
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
    shape("logit_scale");
    shape("visual.conv1.weight", IMAGE_WIDTH, 3, PATCH, PATCH);
    shape("visual.class_embedding", IMAGE_WIDTH);
    shape("visual.positional_embedding", 1 + PATCHES, IMAGE_WIDTH);
    layer("visual.ln_pre.", IMAGE_WIDTH);
    blocks("visual.transformer.resblocks.", IMAGE_WIDTH);
    layer("visual.ln_post.", IMAGE_WIDTH);
    shape("visual.proj", IMAGE_WIDTH, DIMENSION);
    shape("token_embedding.weight", WORDS, TEXT_WIDTH);
    shape("positional_embedding", CONTEXT, TEXT_WIDTH);
    blocks("transformer.resblocks.", TEXT_WIDTH);
    layer("ln_final.", TEXT_WIDTH);
    shape("text_projection", TEXT_WIDTH, DIMENSION);
  }

  /// The model's folder, which is written where it is not there yet. Until [#takeVocabulary] its
  /// tokenizer is the small one of the built-in model.
  public static Path folder() throws IOException {
    Path weights = weights();
    if (!Files.exists(weights)) {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve("open_clip_config.json"), CONFIG);
      if (!Files.exists(FOLDER.resolve(VOCABULARY))) {
        Files.copy(BUILTIN_TOKENIZER, FOLDER.resolve(TOKENIZER), REPLACE_EXISTING);
      }
      Path unfinished = FOLDER.resolve("unfinished");
      new RandomCheckpoint().writeWeights(unfinished);
      Files.move(unfinished, weights, ATOMIC_MOVE);
    }
    return FOLDER;
  }

  /// The file that is most of the model.
  public static Path weights() {
    return FOLDER.resolve("open_clip_model.safetensors");
  }

  /// Gives the model the tokenizer of a real one.
  ///
  /// @param vocabulary OpenAI's, as OpenCLIP brings it along
  public static void takeVocabulary(Path vocabulary) throws IOException {
    Files.createDirectories(FOLDER);
    Files.copy(vocabulary, FOLDER.resolve(VOCABULARY), REPLACE_EXISTING);
    Files.deleteIfExists(FOLDER.resolve(TOKENIZER));
  }

  private void blocks(String prefix, int width) {
    for (int block = 0; block < LAYERS; block++) {
      String name = prefix + block + ".";
      layer(name + "ln_1.", width);
      layer(name + "attn.in_proj_", 3L * width, width);
      layer(name + "attn.out_proj.", width, width);
      layer(name + "ln_2.", width);
      layer(name + "mlp.c_fc.", 4L * width, width);
      layer(name + "mlp.c_proj.", width, 4L * width);
    }
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
    RandomGenerator random = new SplittableRandom(32);
    try (WritableByteChannel out = Files.newByteChannel(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      out.write(buffer(Long.BYTES).putLong(header.length).flip());
      out.write(ByteBuffer.wrap(header));
      for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
        out.write(weights(entry.getKey(), (int) bytes(entry.getValue()), random));
      }
    }
  }

  /// A norm's factors are about 1, as they are in any trained model; all else is about 0.
  private static ByteBuffer weights(String name, int bytes, RandomGenerator random) {
    double mean = name.matches(".*ln_\\w+\\.weight") ? 1 : 0;
    ByteBuffer floats = buffer(bytes);
    while (floats.hasRemaining()) {
      floats.putFloat((float) random.nextGaussian(mean, 0.02));
    }
    return floats.flip();
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
