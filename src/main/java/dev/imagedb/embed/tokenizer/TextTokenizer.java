package dev.imagedb.embed.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.imagedb.embed.files.Excerpt;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Words to ids, with a model's own vocabulary. Safe for use by many threads.
public final class TextTokenizer implements AutoCloseable {
  /// What a separator becomes that is stripped (`HFTokenizer` in OpenCLIP's tokenizer.py).
  private static final long STRIPPED = 0;

  /// BERT's.
  private static final String USUAL_SEPARATOR = "[SEP]";

  private static final Map<String, String> AS_IT_IS =
      Map.of("truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer tokenizer;
  private final TokenizerConfig config;
  private final SpecialTokens special;
  private final TextContext context;

  /// What becomes zeros; none where it is left as it is.
  private final Set<Long> stripped;

  private TextTokenizer(
      HuggingFaceTokenizer tokenizer,
      TokenizerConfig config,
      SpecialTokens special,
      TextContext context,
      Set<Long> stripped) {
    this.tokenizer = tokenizer;
    this.config = config;
    this.special = special;
    this.context = context;
    this.stripped = stripped;
  }

  /// Reads a `tokenizer.json`, or OpenAI's byte-pair vocabulary.
  ///
  /// @param contextLength how many ids a text becomes
  /// @param usualPadding what texts are filled up with where the files don't say it; nothing where
  ///   the vectors depend on it
  /// @throws UserException where it cannot be read
  public static TextTokenizer load(
      Path file, TokenizerConfig config, int contextLength, Optional<Long> usualPadding) {
    try (InputStream json = open(file)) {
      HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(json, AS_IT_IS);
      TokenizerSettings settings = new TokenizerSettings(file, tokenizer);
      SpecialTokens special = SpecialTokens.of(settings, config);
      Padding padding = Padding.of(settings, config, usualPadding);
      return new TextTokenizer(
          tokenizer,
          config,
          special,
          new TextContext(contextLength, padding, special.close(tokenizer)),
          config.stripSeparator() ? Set.of(separator(settings)) : Set.of());
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserException known) {
        throw known;
      }
      throw new UserException(
          ExitCode.FAILED,
          file + " is no tokenizer that can be read: " + Excerpt.of(String.valueOf(e.getMessage())),
          "fetch the model's files anew",
          e);
    }
  }

  private static long separator(TokenizerSettings settings) {
    return Stream.concat(settings.tokens("sep_token"), Stream.of(USUAL_SEPARATOR))
        .flatMap(name -> settings.id(name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                UserException.failed(
                    settings.file() + " does not say which separator shall be stripped",
                    "put the model's tokenizer_config.json beside it"));
  }

  private static InputStream open(Path file) throws IOException {
    if (file.toString().endsWith(".gz")) {
      return new ByteArrayInputStream(BytePairVocabulary.read(file).toTokenizerJson());
    }
    TokenizerJson.check(file);
    return Files.newInputStream(file);
  }

  /// The ids of a text, with special tokens around it, cut or filled up to the context.
  ///
  /// @return shape (context length)
  public long[] encode(String words) {
    String clean = TextCleaner.clean(words, config.cleaning());
    long[] ids = context.fit(special.encode(tokenizer, clean));
    return Arrays.stream(ids).map(id -> stripped.contains(id) ? STRIPPED : id).toArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
