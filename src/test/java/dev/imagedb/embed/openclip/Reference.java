package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.embed.files.Safetensors.StoredTensor;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// OpenCLIP itself, asked by way of `src/test/reference/parity.py`.
///
/// @param versions of its parts, in words
/// @param configs all that it knows, by name
record Reference(
    Process process,
    BufferedReader answers,
    BufferedWriter questions,
    String versions,
    Map<String, JsonObject> configs)
    implements AutoCloseable {
  private static final String SCRIPT = "src/test/reference/parity.py";
  private static final String INSTALLED = "target/parity/venv/bin/python";
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// @param leftOut which layers were taken, where not all; else empty
  /// @param imageMs milliseconds a picture
  record Answer(String leftOut, double imageMs) {}

  /// Unit vectors.
  record Expected(List<float[]> pictures, Map<String, float[]> sentences) {}

  static Reference start(Path out) throws IOException {
    String python = System.getProperty("parity.python", INSTALLED);
    Process process =
        new ProcessBuilder(python, SCRIPT, out.toString()).redirectError(Redirect.INHERIT).start();
    BufferedReader answers = process.inputReader(UTF_8);
    JsonObject first = line(answers);
    Map<String, JsonObject> configs = new LinkedHashMap<>();
    first
        .getAsJsonObject("configs")
        .asMap()
        .forEach((name, config) -> configs.put(name, config.getAsJsonObject()));
    List<String> versions = new ArrayList<>();
    first
        .getAsJsonObject("versions")
        .asMap()
        .forEach((part, version) -> versions.add(part + " " + version.getAsString()));
    return new Reference(
        process, answers, process.outputWriter(UTF_8), String.join(", ", versions), configs);
  }

  /// Makes a model of a config, and the vectors for it.
  Answer answer(String name) throws IOException {
    questions.write(name + "\n");
    questions.flush();
    JsonObject told = line(answers);
    if (told.has("error")) {
      throw new IOException("the reference fails on " + name + ": " + told.get("error"));
    }
    return new Gson().fromJson(told, Answer.class);
  }

  static Expected expected(Path model) throws IOException {
    String json = Files.readString(model.resolve("expected.json"));
    JsonObject vectors = JsonParser.parseString(json).getAsJsonObject();
    Map<String, float[]> sentences = new LinkedHashMap<>();
    vectors
        .getAsJsonObject("sentences")
        .asMap()
        .forEach((sentence, vector) -> sentences.put(sentence, Vectors.of(vector)));
    return new Expected(
        vectors.getAsJsonArray("pictures").asList().stream().map(Vectors::of).toList(), sentences);
  }

  /// A picture as the model sees it, shape (3, side, side), 1 for white.
  static float[] pixels(Safetensors file, int picture) {
    StoredTensor tensor = file.tensor("pixels " + picture).orElseThrow();
    return tensor.data().toArray(FLOAT);
  }

  private static JsonObject line(BufferedReader answers) throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the reference ended; what it said stands above");
    }
    return JsonParser.parseString(line).getAsJsonObject();
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
