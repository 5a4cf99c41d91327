package dev.imagedb.embed.tokenizer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.imagedb.embed.files.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What lies beside a `tokenizer.json`, and what its vocabulary calls what.
final class TokenizerSettings {
  /// Where transformers writes a tokenizer's settings, of late and of old, in order of precedence.
  static final List<String> FILES = List.of("tokenizer_config.json", "special_tokens_map.json");

  private static final int LARGEST_BYTES = 1 << 24;

  private final Path file;
  private final HuggingFaceTokenizer tokenizer;

  /// The files that were asked for so far; a missing one says nothing.
  private final Map<String, JsonObject> read = new HashMap<>();

  /// Settings that are read when they are asked for.
  ///
  /// @param file the `tokenizer.json`
  TokenizerSettings(Path file, HuggingFaceTokenizer tokenizer) {
    this.file = file;
    this.tokenizer = tokenizer;
  }

  /// The `tokenizer.json`.
  Path file() {
    return file;
  }

  /// What `tokenizer_config.json` says of a key.
  Optional<String> text(String key) {
    return value(FILES.getFirst(), key).map(JsonElement::getAsString);
  }

  /// What the files say of a special token, by itself or as an object's `content`; the second is
  /// read only where the first does not suffice.
  Stream<String> tokens(String key) {
    return FILES.stream().flatMap(name -> value(name, key).stream()).map(JsonElement::getAsString);
  }

  /// Whether `tokenizer_config.json` turns something on.
  boolean flag(String key) {
    return value(FILES.getFirst(), key).map(JsonElement::getAsBoolean).orElse(false);
  }

  private Optional<JsonElement> value(String name, String key) {
    JsonElement value = read.computeIfAbsent(name, this::read).get(key);
    if (value instanceof JsonObject described) {
      value = described.get("content");
    }
    return Optional.ofNullable(value).filter(JsonElement::isJsonPrimitive);
  }

  private JsonObject read(String name) {
    Path settings = file.resolveSibling(name);
    return Files.isRegularFile(settings)
        ? JsonFile.read(settings, LARGEST_BYTES, "a tokenizer's settings")
        : new JsonObject();
  }

  /// The id of a token that the tokenizer knows as one.
  Optional<Long> id(String token) {
    Encoding encoding = tokenizer.encode(token, false, false);
    String[] tokens = encoding.getTokens();
    return tokens.length == 1 && tokens[0].equals(token)
        ? Optional.of(encoding.getIds()[0])
        : Optional.empty();
  }
}
