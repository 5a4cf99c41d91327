package dev.imagedb.embed.openclip;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a text is filled up with to the model's context. A tower without a causal mask sees it, so
/// that another token means another vector: SigLIP's texts end in many ends of text, SigLIP2's in
/// pads.
final class PaddingToken {
  /// OpenCLIP's own tokenizer leaves zeros behind a text.
  private static final long ZERO = 0;

  /// Where transformers writes a tokenizer's `pad_token`, of late and of old.
  private static final List<String> FILES =
      List.of("tokenizer_config.json", "special_tokens_map.json");

  /// What BERT's and T5's vocabularies call it.
  private static final List<String> USUAL_NAMES = List.of("[PAD]", "<pad>");

  private final Path file;
  private final HuggingFaceTokenizer tokenizer;

  private PaddingToken(Path file, HuggingFaceTokenizer tokenizer) {
    this.file = file;
    this.tokenizer = tokenizer;
  }

  /// The id of a model's padding.
  ///
  /// @param file the tokenizer's, with its settings beside it
  /// @throws UserException where nothing says it, and the model's vectors depend on it
  static long idOf(Path file, HuggingFaceTokenizer tokenizer, TextConfig text) throws IOException {
    if (!text.tokenizer().own()) {
      return ZERO;
    }
    return new PaddingToken(file, tokenizer)
        .find()
        .or(text::usualPadding)
        .orElseThrow(
            () ->
                UserException.failed(
                    file + " does not say what texts are padded with",
                    "put the model's " + FILES.getFirst() + " beside it"));
  }

  private Optional<Long> find() throws IOException {
    for (String name : FILES) {
      Optional<Long> id = named(file.resolveSibling(name));
      if (id.isPresent()) {
        return id;
      }
    }
    Optional<Long> set = set();
    return set.isPresent()
        ? set
        : USUAL_NAMES.stream().map(this::id).flatMap(Optional::stream).findFirst();
  }

  /// By the name that the settings give, as it is or as an object's `content`.
  private Optional<Long> named(Path settings) throws IOException {
    if (!Files.isRegularFile(settings)) {
      return Optional.empty();
    }
    JsonElement token =
        JsonParser.parseString(Files.readString(settings)).getAsJsonObject().get("pad_token");
    if (token instanceof JsonObject described) {
      token = described.get("content");
    }
    return token == null || token.isJsonNull() ? Optional.empty() : id(token.getAsString());
  }

  /// By the id that the tokenizer itself is set to pad with. It stands before the vocabulary, which
  /// may have many megabytes and is not read.
  private Optional<Long> set() throws IOException {
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "padding" -> {
            return padId(json);
          }
          case "model" -> {
            return Optional.empty();
          }
          default -> json.skipValue();
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<Long> padId(JsonReader json) throws IOException {
    return json.peek() == JsonToken.BEGIN_OBJECT
        ? Optional.of(JsonParser.parseReader(json).getAsJsonObject().get("pad_id").getAsLong())
        : Optional.empty();
  }

  /// The id of a token that the tokenizer knows as one.
  private Optional<Long> id(String token) {
    Encoding encoding = tokenizer.encode(token, false, false);
    String[] tokens = encoding.getTokens();
    return tokens.length == 1 && tokens[0].equals(token)
        ? Optional.of(encoding.getIds()[0])
        : Optional.empty();
  }
}
