package dev.imagedb.embed.files;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What a safetensors file says of its tensors, read entry by entry: memory goes to what a tensor
/// has, and to nothing that a liar puts beside it.
final class SafetensorsHeader {
  /// The largest published model, EVA02-E-14, has fewer than 2,000.
  private static final int MOST_TENSORS = 1 << 16;

  /// What is said of one tensor; checked for its form alone.
  ///
  /// @param type as the format calls it: `F32`
  /// @param offsets of its first byte and behind its last one, behind the header
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(String name, String type, long[] shape, long[] offsets) {}

  private final Path file;

  private SafetensorsHeader(Path file) {
    this.file = file;
  }

  /// Reads the entries in their order.
  ///
  /// @throws UserException where it is no header, or describes something twice
  static List<Entry> read(Path file, Reader text) {
    try (JsonReader json = new JsonReader(text)) {
      json.setStrictness(Strictness.STRICT);
      return new SafetensorsHeader(file).entries(json);
    } catch (IOException | IllegalStateException e) {
      throw damaged(file, "its header is no JSON object");
    }
  }

  /// The refusal of a file.
  static UserException damaged(Path file, String what) {
    return UserException.failed(
        file + " is no usable safetensors file: " + what, "fetch the model's files anew");
  }

  private List<Entry> entries(JsonReader json) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (!names.add(name)) {
        throw damaged(file, "it describes " + Excerpt.of(name) + " twice");
      }
      if (names.size() > MOST_TENSORS) {
        throw damaged(file, "it describes more than " + MOST_TENSORS + " tensors");
      }
      if (name.equals("__metadata__")) {
        json.skipValue();
      } else {
        entries.add(entry(name, json));
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalStateException("more follows");
    }
    return entries;
  }

  private Entry entry(String name, JsonReader json) throws IOException {
    try {
      String type = null;
      long[] shape = null;
      long[] offsets = null;
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "dtype" -> type = once(type, json.nextString());
          case "shape" -> shape = once(shape, longs(json));
          case "data_offsets" -> offsets = once(offsets, longs(json));
          default -> json.skipValue();
        }
      }
      json.endObject();
      return new Entry(
          name,
          Objects.requireNonNull(type),
          Objects.requireNonNull(shape),
          Objects.requireNonNull(offsets));
    } catch (IllegalStateException | NumberFormatException | NullPointerException e) {
      throw damaged(file, "tensor " + Excerpt.of(name) + " is not described as one");
    }
  }

  private static <T> T once(@Nullable T before, T now) {
    if (before != null) {
      throw new IllegalStateException("said twice");
    }
    return now;
  }

  private static long[] longs(JsonReader json) throws IOException {
    LongStream.Builder numbers = LongStream.builder();
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() != JsonToken.NUMBER) {
        throw new IllegalStateException("no number");
      }
      numbers.add(Long.parseLong(json.nextString()));
    }
    json.endArray();
    return numbers.build().toArray();
  }
}
