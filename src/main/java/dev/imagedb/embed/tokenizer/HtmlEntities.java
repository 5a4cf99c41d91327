package dev.imagedb.embed.tokenizer;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.translate.EntityArrays;

/// Undoes HTML's escapes as Python's `html.unescape` does, for the names of HTML 4: with a
/// semicolon or, for the oldest names, without; numbers of no character become U+FFFD.
final class HtmlEntities {
  private static final Pattern ESCAPE =
      Pattern.compile("&(?:#(\\d+);?|#[xX]([0-9a-fA-F]+);?|([^\\t\\n\\f <&#;]{1,32};?))");

  /// Browsers take the numbers 128 to 159 for this code page's letters, and so does HTML 5.
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final int REPLACEMENT = 0xfffd;
  private static final int SHORTEST_NAME = 2;

  /// Names that HTML 5 knows without a semicolon, too.
  private static final Map<String, String> OLD_NAMES =
      names(EntityArrays.BASIC_UNESCAPE, EntityArrays.ISO8859_1_UNESCAPE);

  private static final Map<String, String> NEW_NAMES =
      names(EntityArrays.APOS_UNESCAPE, EntityArrays.HTML40_EXTENDED_UNESCAPE);

  private HtmlEntities() {}

  static String unescape(String text) {
    return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
  }

  private static String meaning(MatchResult escape) {
    if (escape.group(1) != null) {
      return character(escape.group(1), 10);
    }
    return escape.group(2) != null ? character(escape.group(2), 16) : named(escape.group(3));
  }

  private static String character(String digits, int radix) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int number = significant.length() > 7 ? REPLACEMENT : Integer.parseInt(significant, radix);
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    if (number == 0 || surrogate || !Character.isValidCodePoint(number)) {
      return Character.toString(REPLACEMENT);
    }
    if (number >= 0x80 && number <= 0x9f) {
      return ofWindows((char) number);
    }
    return isAllowed(number) ? Character.toString(number) : "";
  }

  /// HTML 5 forbids control characters but white space, and what Unicode will never assign.
  private static boolean isAllowed(int number) {
    boolean white = number == '\t' || number == '\n' || number == '\f' || number == '\r';
    boolean unassigned = (number & 0xfffe) == 0xfffe || (number >= 0xfdd0 && number <= 0xfdef);
    return white || !(Character.isISOControl(number) || unassigned);
  }

  /// The letter that a control character between 0x80 and 0x9f was meant to be, if any.
  static String ofWindows(char control) {
    String letter = new String(new byte[] {(byte) control}, WINDOWS);
    return letter.codePointAt(0) == REPLACEMENT ? Character.toString(control) : letter;
  }

  private static String named(String name) {
    if (name.endsWith(";")) {
      String whole = name.substring(0, name.length() - 1);
      String known = OLD_NAMES.getOrDefault(whole, NEW_NAMES.get(whole));
      if (known != null) {
        return known;
      }
    }
    for (int length = name.length(); length >= SHORTEST_NAME; length--) {
      String known = OLD_NAMES.get(name.substring(0, length));
      if (known != null) {
        return known + name.substring(length);
      }
    }
    return "&" + name;
  }

  @SafeVarargs
  private static Map<String, String> names(Map<CharSequence, CharSequence>... tables) {
    Map<String, String> names = new HashMap<>();
    for (Map<CharSequence, CharSequence> table : tables) {
      table.forEach(
          (escape, letter) ->
              names.put(escape.toString().replaceAll("[&;]", ""), letter.toString()));
    }
    return Map.copyOf(names);
  }
}
