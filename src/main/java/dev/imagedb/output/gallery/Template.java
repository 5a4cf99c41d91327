package dev.imagedb.output.gallery;

import dev.imagedb.output.TerminalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with places to fill in, written `{{name}}`. What is filled in is text, and escaped,
/// unless it is said to be HTML; it is not looked at for places again.
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String text;
  private final Map<String, String> values = new HashMap<>();

  Template(String text) {
    this.text = text;
  }

  /// A resource of this package.
  static String resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be read from the program itself: " + name, e);
    }
  }

  /// Fills in a text, fit for content and for attributes in double quotes; nothing in it makes a
  /// name look like another one.
  Template text(String place, String value) {
    return html(place, escape(TerminalText.escape(value)));
  }

  /// Fills in what is HTML already.
  Template html(String place, String value) {
    values.put(place, value);
    return this;
  }

  /// The whole text.
  ///
  /// @throws IllegalStateException if a place was not filled in
  String filled() {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place)));
  }

  private String value(MatchResult place) {
    String value = values.get(place.group(1));
    if (value == null) {
      throw new IllegalStateException("nothing to fill in for " + place.group());
    }
    return value;
  }

  /// A text as HTML shows it (WHATWG HTML, section 13.3, escaping a string).
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
