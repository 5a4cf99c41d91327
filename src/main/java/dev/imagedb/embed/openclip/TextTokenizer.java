package dev.imagedb.embed.openclip;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Words to ids, with a model's own vocabulary. Safe for use by many threads.
final class TextTokenizer implements AutoCloseable {
  /// What a separator becomes that is stripped (`HFTokenizer` in OpenCLIP's tokenizer.py).
  private static final long STRIPPED = 0;

  private static final Map<String, String> AS_IT_IS =
      Map.of("truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer tokenizer;
  private final TextConfig text;
  private final SpecialTokens special;
  private final long padding;

  private TextTokenizer(
      HuggingFaceTokenizer tokenizer, TextConfig text, SpecialTokens special, long padding) {
    this.tokenizer = tokenizer;
    this.text = text;
    this.special = special;
    this.padding = padding;
  }

  /// Reads a model folder's `tokenizer.json`, else its byte-pair vocabulary.
  ///
  /// @throws UserException where there is neither, or it cannot be read
  static TextTokenizer load(ModelFolder folder, TextConfig text) {
    Path file = folder.tokenizer();
    try (InputStream json = open(file)) {
      HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(json, AS_IT_IS);
      TokenizerSettings settings = new TokenizerSettings(file, tokenizer);
      return new TextTokenizer(
          tokenizer,
          text,
          SpecialTokens.of(settings, text.tokenizer()),
          PaddingToken.idOf(settings, text));
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserException known) {
        throw known;
      }
      throw new UserException(
          ExitCode.FAILED,
          file + " is no tokenizer that can be read: " + e.getMessage(),
          "fetch the model's files anew",
          e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    return file.toString().endsWith(".gz")
        ? new ByteArrayInputStream(BytePairVocabulary.read(file).toTokenizerJson())
        : Files.newInputStream(file);
  }

  TokenSequence encode(String words) {
    String clean = TextCleaner.clean(words, text.tokenizer().cleaning());
    long[] ids = special.encode(tokenizer, clean);
    if (text.tokenizer().stripSeparator() && ids.length > 0) {
      ids[ids.length - 1] = STRIPPED;
    }
    return text.sequence(ids, padding);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
