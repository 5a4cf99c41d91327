package dev.imagedb.fuzz;

import dev.imagedb.embed.tokenizer.TextTokenizer;
import dev.imagedb.embed.tokenizer.TokenizerConfig;
import dev.imagedb.embed.tokenizer.TokenizerConfig.Cleaning;
import dev.imagedb.fault.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Any bytes are a tokenizer that makes ids of words, or are refused in one line; the native
/// library does not end the process over them. A zero byte ends the `tokenizer.json`, and what
/// follows is the `tokenizer_config.json`.
public final class TokenizerTarget {
  private static final int CONTEXT = 16;
  private static final TokenizerConfig CONFIG =
      new TokenizerConfig(true, Cleaning.WHITESPACE, false, false, null);

  private TokenizerTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] files) {
    int end = 0;
    while (end < files.length && files[end] != 0) {
      end++;
    }
    byte[] vocabulary = Arrays.copyOf(files, end);
    byte[] settings = Arrays.copyOfRange(files, Math.min(end + 1, files.length), files.length);
    InMemory.folder(
        folder -> {
          Path file = Files.write(folder.resolve("tokenizer.json"), vocabulary);
          if (settings.length > 0) {
            Files.write(folder.resolve("tokenizer_config.json"), settings);
          }
          encode(file);
        });
  }

  private static void encode(Path file) {
    try (TextTokenizer tokenizer = TextTokenizer.load(file, CONFIG, CONTEXT, Optional.of(0L))) {
      long[] ids = tokenizer.encode("three red triangles, na\u00efve \u732b");
      if (ids.length != CONTEXT) {
        throw new AssertionError(ids.length + " ids");
      }
    } catch (UserException refused) {
      OneLine.require(refused);
    }
  }
}
