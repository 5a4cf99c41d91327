package dev.imagedb.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as XMP and some EXIF writers spell them: `5.6`, `56/10`.
final class Numbers {
  private static final Pattern FRACTION =
      Pattern.compile("\\s*([-+]?\\d{1,18}(?:\\.\\d{1,18})?)(?:/(\\d{1,18}))?\\s*");

  private Numbers() {}

  static Optional<Double> parse(String text) {
    Matcher matcher = FRACTION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String below = matcher.group(2);
    double number =
        Double.parseDouble(matcher.group(1)) / (below == null ? 1 : Double.parseDouble(below));
    return Optional.of(number).filter(Double::isFinite);
  }
}
