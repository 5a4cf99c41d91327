package dev.imagedb.embed.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The licence that a model card states in its front matter: YAML between two lines of hyphens at
/// its very beginning, of which `license: mit` is one line.
final class LicenceStatement {
  private static final List<String> CARDS = List.of("README.md", "MODEL_CARD.md");
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---\\R(.*?)^---\\s*$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LICENCE =
      Pattern.compile("^license:[ \\t]*[\"']?([^\"'\\r\\n]+)", Pattern.MULTILINE);
  private static final long LARGEST_CARD = 1 << 20;

  private LicenceStatement() {}

  /// Empty where no card of the folder states one.
  static Optional<String> in(Path folder) {
    return CARDS.stream().flatMap(name -> of(folder.resolve(name)).stream()).findFirst();
  }

  private static Optional<String> of(Path card) {
    try {
      return Files.isRegularFile(card) && Files.size(card) <= LARGEST_CARD
          ? first(FRONT_MATTER, Files.readString(card)).flatMap(text -> first(LICENCE, text))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
