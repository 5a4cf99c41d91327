package dev.imagedb.embed.tokenizer;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a text is filled up with to the model's context. A tower without a causal mask sees it, so
/// that another token means another vector: SigLIP's texts end in many ends of text, SigLIP2's in
/// pads.
///
/// @param left whether it stands before a text rather than behind it (`padding_side`)
record Padding(long id, boolean left) {
  /// OpenCLIP's own tokenizer leaves zeros behind a text.
  private static final long ZERO = 0;

  /// What BERT's and T5's vocabularies call it.
  private static final List<String> USUAL_NAMES = List.of("[PAD]", "<pad>");

  /// What transformers calls tokenizers that fill up on the left where their settings are silent:
  /// what their names begin with.
  private static final List<String> LEFT = List.of("Gemma", "Siglip2", "Llama", "CodeLlama");

  /// A model's padding.
  ///
  /// @param usual where nothing says it
  /// @throws UserException where nothing says it, and the model's vectors depend on it
  static Padding of(TokenizerSettings settings, TokenizerConfig config, Optional<Long> usual)
      throws IOException {
    if (!config.own()) {
      return new Padding(ZERO, false);
    }
    long id =
        find(settings)
            .or(() -> usual)
            .orElseThrow(
                () ->
                    UserException.failed(
                        settings.file() + " does not say what texts are padded with",
                        "put the model's " + TokenizerSettings.FILES.getFirst() + " beside it"));
    return new Padding(id, isLeft(settings));
  }

  private static boolean isLeft(TokenizerSettings settings) {
    return settings
        .text("padding_side")
        .map(side -> side.equals("left"))
        .or(() -> settings.text("tokenizer_class").map(Padding::fillsUpLeft))
        .orElse(false);
  }

  private static boolean fillsUpLeft(String tokenizerClass) {
    return LEFT.stream().anyMatch(tokenizerClass::startsWith);
  }

  private static Optional<Long> find(TokenizerSettings settings) throws IOException {
    Optional<Long> named = first(settings, settings.tokens("pad_token"));
    if (named.isPresent()) {
      return named;
    }
    Optional<Long> set = set(settings.file());
    return set.isPresent() ? set : first(settings, USUAL_NAMES.stream());
  }

  private static Optional<Long> first(TokenizerSettings settings, Stream<String> names) {
    return names.map(settings::id).flatMap(Optional::stream).findFirst();
  }

  /// By the id that the tokenizer itself is set to pad with. It stands before the vocabulary, which
  /// may have many megabytes and is not read.
  private static Optional<Long> set(Path file) throws IOException {
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
}
