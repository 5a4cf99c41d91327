package dev.imagedb.crawl;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/// Turns a pattern of a `.gitignore` into a regular expression: `*`, `**`, `?`, `[a-z]`,
/// `[[:digit:]]`, and a backslash before what means itself, each as git's wildmatch.c takes it.
///
/// RE2 matches in time linear in both lengths, whatever a stranger writes.
final class GlobTranslation {
  private static final String CLASS_OR_ESCAPED = "\\[:[^\\]]*:\\]|\\\\.";

  /// A `]` that comes first means itself, and `!` or `^` that comes first is no member.
  private static final String BRACKETS =
      "\\[(?:[!^](?:\\]M*|M+)|\\]M*|(?:C|[^\\]\\\\!^])M*)\\]"
          .replace("M", "(?:C|[^\\]\\\\])")
          .replace("C", CLASS_OR_ESCAPED);

  private static final Pattern TOKEN = Pattern.compile("(?s)\\*+/?|" + BRACKETS + "|\\\\.|.");

  private static final Pattern MEMBER =
      Pattern.compile("(?s)\\[:[^\\]]*:\\]|(\\\\.|.)-(\\\\.|.)|\\\\.|.");

  private GlobTranslation() {}

  /// What matches the paths, with slashes, that a pattern is about.
  ///
  /// @return empty where it is unfinished, or a class of letters has an unknown name: such a
  ///   pattern matches nothing
  static Optional<Pattern> of(String glob) {
    StringBuilder regex = new StringBuilder();
    Matcher token = TOKEN.matcher(glob);
    boolean nameBegins = true;
    while (token.find()) {
      String text = token.group();
      if (text.equals("[") || text.equals("\\")) {
        return Optional.empty();
      }
      regex.append(
          switch (text.charAt(0)) {
            case '*' -> stars(text, nameBegins, token.end() == glob.length());
            case '?' -> "[^/]";
            case '[' -> brackets(text.substring(1, text.length() - 1));
            default -> literal(text);
          });
      nameBegins = text.endsWith("/");
    }
    try {
      return Optional.of(Pattern.compile(regex.toString(), Pattern.DOTALL));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  /// Two or more that are a whole name stand for any number of folders; at the end, something must
  /// be in them.
  private static String stars(String text, boolean nameBegins, boolean atEnd) {
    if (nameBegins && text.matches("\\*\\*+/")) {
      return "(?:[^/]+/)*";
    }
    if (nameBegins && atEnd && text.length() > 1 && text.endsWith("*")) {
      return ".+";
    }
    return text.endsWith("/") ? "[^/]*/" : "[^/]*";
  }

  private static String brackets(String inside) {
    boolean negated = inside.startsWith("!") || inside.startsWith("^");
    StringBuilder regex = new StringBuilder(negated ? "[^/" : "[");
    Matcher member = MEMBER.matcher(negated ? inside.substring(1) : inside);
    while (member.find()) {
      String text = member.group();
      if (text.startsWith("[:")) {
        regex.append(text);
      } else if (member.group(1) != null) {
        regex.append(range(letter(member.group(1)), letter(member.group(2))));
      } else {
        regex.append(literal(text));
      }
    }
    return regex.append(']').toString();
  }

  /// Where a range ends before it begins, its first letter is all that git finds in it.
  private static String range(int least, int most) {
    return literal(least) + (least < most ? "-" + literal(most) : "");
  }

  private static String literal(String sign) {
    return literal(letter(sign));
  }

  private static String literal(int letter) {
    return "\\x{%x}".formatted(letter);
  }

  private static int letter(String sign) {
    return sign.codePointBefore(sign.length());
  }
}
