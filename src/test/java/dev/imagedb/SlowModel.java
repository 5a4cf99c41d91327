package dev.imagedb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The sample model over pictures 64 times as large, which takes it about a second a picture.
final class SlowModel {
  private static final Path SAMPLE = Path.of("samples/model");
  private static final String WEIGHTS = "open_clip_model.safetensors";
  private static final String CONFIG = "open_clip_config.json";
  private static final String POSITIONS = "visual.positional_embedding";
  private static final String OFFSETS = "data_offsets";
  private static final int SIDE = 512;
  private static final int PATCH = 8;

  /// One for each patch, and one for the whole.
  private static final int ROWS = (SIDE / PATCH) * (SIDE / PATCH) + 1;

  private SlowModel() {}

  static void makeIn(Path folder) throws IOException {
    Files.createDirectory(folder);
    for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
      Files.copy(SAMPLE.resolve(file), folder.resolve(file));
    }
    JsonObject config = json(Files.readString(SAMPLE.resolve(CONFIG)));
    config
        .getAsJsonObject("model_cfg")
        .getAsJsonObject("vision_cfg")
        .addProperty("image_size", SIDE);
    config.getAsJsonObject("preprocess_cfg").addProperty("size", SIDE);
    Files.writeString(folder.resolve(CONFIG), config.toString());
    writeWeights(folder.resolve(WEIGHTS));
  }

  /// Repeats the positions until there are enough, and moves on what lies behind them.
  private static void writeWeights(Path file) throws IOException {
    ByteBuffer sample =
        ByteBuffer.wrap(Files.readAllBytes(SAMPLE.resolve(WEIGHTS))).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) sample.getLong()];
    sample.get(header);
    ByteBuffer data = sample.slice();
    JsonObject tensors = json(new String(header, UTF_8));
    JsonObject positions = tensors.getAsJsonObject(POSITIONS);
    int begin = positions.getAsJsonArray(OFFSETS).get(0).getAsInt();
    int end = positions.getAsJsonArray(OFFSETS).get(1).getAsInt();
    ByteBuffer many = many(data.slice(begin, end - begin), rows(positions));
    int grown = many.remaining() - (end - begin);
    positions.getAsJsonArray("shape").set(0, new JsonPrimitive(ROWS));
    tensors.asMap().values().forEach(tensor -> moveOffsets(tensor.getAsJsonObject(), end, grown));
    byte[] written = tensors.toString().getBytes(UTF_8);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.write(length.putLong(written.length).flip());
      out.write(ByteBuffer.wrap(written));
      out.write(data.slice(0, begin));
      out.write(many);
      out.write(data.slice(end, data.capacity() - end));
    }
  }

  private static ByteBuffer many(ByteBuffer positions, int rows) {
    ByteBuffer many = ByteBuffer.allocate(positions.capacity() / rows * ROWS);
    while (many.hasRemaining()) {
      many.put(positions.slice(0, Math.min(positions.capacity(), many.remaining())));
    }
    return many.flip();
  }

  private static int rows(JsonObject tensor) {
    return tensor.getAsJsonArray("shape").get(0).getAsInt();
  }

  private static void moveOffsets(JsonObject tensor, int from, int by) {
    if (tensor.has(OFFSETS)) {
      JsonArray offsets = tensor.getAsJsonArray(OFFSETS);
      for (int i = 0; i < offsets.size(); i++) {
        int offset = offsets.get(i).getAsInt();
        offsets.set(i, new JsonPrimitive(offset >= from ? offset + by : offset));
      }
    }
  }

  private static JsonObject json(String text) {
    return new Gson().fromJson(text, JsonObject.class);
  }
}
