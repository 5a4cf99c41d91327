package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.files.ModelFolder;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.embed.files.Safetensors.StoredTensor;
import dev.imagedb.embed.files.ShardIndex;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitWeightsTest {
  private static final Path TINY =
      Path.of("src/test/resources/dev/imagedb/embed/openclip/quick-gelu");
  private static final List<String> SHARDS =
      List.of(
          "open_clip_model-00001-of-00002.safetensors",
          "open_clip_model-00002-of-00002.safetensors");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"open_clip_model.safetensors.index.json", "model.safetensors.index.json"})
  void giveTheSameVectorsAsWeightsInOneFile(String index) throws IOException {
    split(index);
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Files.copy(TINY.resolve("open_clip_config.json"), whole.resolve("open_clip_config.json"));
    Files.copy(
        TINY.resolve("open_clip_model.safetensors"), whole.resolve("open_clip_model.safetensors"));
    Files.writeString(whole.resolve("tokenizer.json"), "{}");

    assertThat(vector(folder)).containsExactly(vector(whole));
  }

  @Test
  void areNotCompleteWithoutEachPart() throws IOException {
    split("open_clip_model.safetensors.index.json");
    assertThat(OpenClipModel.isComplete(folder)).isTrue();
    Files.delete(folder.resolve(SHARDS.getLast()));

    assertThat(OpenClipModel.isComplete(folder)).isFalse();
    assertThatThrownBy(() -> ModelFolder.check(folder))
        .isInstanceOf(UserException.class)
        .hasMessage("the model lacks " + folder.resolve(SHARDS.getLast()));
  }

  @Test
  void mayNotHoldATensorTwice() throws IOException {
    split("open_clip_model.safetensors.index.json");
    Path copy = folder.resolve(SHARDS.getLast());
    Files.delete(copy);
    Files.copy(folder.resolve(SHARDS.getFirst()), copy);

    assertThatThrownBy(() -> Safetensors.open(ModelFolder.check(folder).weights()).close())
        .isInstanceOf(UserException.class)
        .hasMessageMatching(".* holds the tensor \\S+, as another file does");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"weight_map\": {}}",
        "{\"weight_map\": []}",
        "{\"weight_map\": {\"a\": {}}}"
      })
  void needAnIndexThatIsOne(String json) throws IOException {
    Path index = Files.writeString(folder.resolve("index.json"), json);

    assertThatThrownBy(() -> ShardIndex.read(index))
        .isInstanceOf(UserException.class)
        .hasMessage(
            index + " is no usable index of weights: it has no weight_map of tensors to files");
  }

  @Test
  void needAnIndexOfJson() throws IOException {
    Path index = Files.writeString(folder.resolve("index.json"), "{\"weight_map\": ");

    assertThatThrownBy(() -> ShardIndex.read(index))
        .isInstanceOf(UserException.class)
        .hasMessage(index + " is not JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.safetensors",
        "/a.safetensors",
        "b/a.safetensors",
        "a.bin",
        "a..safetensors"
      })
  void lieBesideTheirIndex(String name) throws IOException {
    Path index =
        Files.writeString(
            folder.resolve("index.json"), "{\"weight_map\": {\"a\": \"" + name + "\"}}");

    assertThatThrownBy(() -> ShardIndex.read(index))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith("\"" + name + "\" is no name of a safetensors file beside it");
  }

  private static float[] vector(Path model) {
    EmbedderOptions options = EmbedderOptions.forQueries(Precision.FP32);
    try (OpenClipModel embedder = OpenClipModel.open(model, "model", false, options)) {
      RgbImage prepared = embedder.prepare(TinyModel.picture("61x47:1"));
      return embedder.embedImages(List.of(prepared))[0];
    }
  }

  /// Puts a tiny model into the folder, with every other tensor in a second file.
  private void split(String index) throws IOException {
    Files.copy(TINY.resolve("open_clip_config.json"), folder.resolve("open_clip_config.json"));
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    List<Map<String, StoredTensor>> parts = List.of(new TreeMap<>(), new TreeMap<>());
    Map<String, String> map = new LinkedHashMap<>();
    try (Safetensors whole = Safetensors.open(TINY.resolve("open_clip_model.safetensors"))) {
      for (Map.Entry<String, StoredTensor> tensor : whole.tensors().entrySet()) {
        int part = map.size() % 2;
        map.put(tensor.getKey(), SHARDS.get(part));
        parts.get(part).put(tensor.getKey(), tensor.getValue());
      }
      write(folder.resolve(SHARDS.getFirst()), parts.getFirst());
      write(folder.resolve(SHARDS.getLast()), parts.getLast());
    }
    Files.writeString(folder.resolve(index), new Gson().toJson(Map.of("weight_map", map)));
  }

  private static void write(Path file, Map<String, StoredTensor> tensors) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    Map<String, Object> header = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          int start = data.size();
          data.writeBytes(tensor.data().toArray(ValueLayout.JAVA_BYTE));
          header.put(
              name,
              Map.of(
                  "dtype", tensor.type().name(),
                  "shape", tensor.shape(),
                  "data_offsets", List.of(start, data.size())));
        });
    byte[] json = new Gson().toJson(header).getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.size())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(data.toByteArray());
    Files.write(file, bytes.array());
  }
}
