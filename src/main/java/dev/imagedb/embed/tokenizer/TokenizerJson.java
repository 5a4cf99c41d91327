package dev.imagedb.embed.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A `tokenizer.json` before the native library sees it, which ends the whole process where JSON
/// breaks within a `decoder` (`DecoderWrapper` of the tokenizers library 0.21.4 expects it to be
/// sound), and where a merge is shorter than its `continuing_subword_prefix` (bpe/model.rs cuts
/// that off without a look). Of all else it tells what is wrong.
final class TokenizerJson {
  private static final int DEEPEST = 16;

  private TokenizerJson() {}

  /// Checks a file.
  ///
  /// @throws UserException where it is no JSON of one object in UTF-8, its decoder holds more than
  ///   names and switches, or its merges are of words that begin with a prefix
  static void check(Path file) {
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.setStrictness(Strictness.STRICT);
      read(json);
    } catch (IOException | IllegalStateException | JsonParseException e) {
      throw new UserException(
          ExitCode.FAILED,
          file + " is no tokenizer that can be read: its JSON is damaged",
          "fetch the model's files anew",
          e);
    }
  }

  private static void read(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "decoder" -> check(JsonParser.parseReader(json), 0);
        case "model" -> readModel(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalStateException("more follows behind its end");
    }
  }

  /// No tokenizer of the family has merges and a prefix both.
  private static void readModel(JsonReader json) throws IOException {
    boolean merges = false;
    boolean prefix = false;
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      merges |= name.equals("merges");
      if (name.equals("continuing_subword_prefix") && json.peek() == JsonToken.STRING) {
        prefix |= !json.nextString().isEmpty();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    if (merges && prefix) {
      throw new IllegalStateException("merges of words with a prefix");
    }
  }

  private static void check(JsonElement part, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("the decoder is nested too deeply");
    }
    switch (part) {
      case JsonObject object -> {
        for (var field : object.entrySet()) {
          check(new JsonPrimitive(field.getKey()), depth + 1);
          check(field.getValue(), depth + 1);
        }
      }
      case JsonArray array -> {
        for (JsonElement each : array) {
          check(each, depth + 1);
        }
      }
      case JsonPrimitive value when isOdd(value) ->
          throw new IllegalStateException("the decoder holds what is no name and no switch");
      case JsonPrimitive _, JsonNull _ -> {}
      default -> throw new IllegalStateException("no JSON: " + part);
    }
  }

  /// Half a character, or a number that other readers may find too large.
  private static boolean isOdd(JsonPrimitive value) {
    return value.isNumber()
        ? !value.getAsString().matches("-?\\d{1,9}")
        : value.getAsString().codePoints().anyMatch(TokenizerJson::isSurrogate);
  }

  private static boolean isSurrogate(int point) {
    return Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE;
  }
}
