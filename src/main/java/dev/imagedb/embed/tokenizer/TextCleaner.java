package dev.imagedb.embed.tokenizer;

import dev.imagedb.embed.tokenizer.TokenizerConfig.Cleaning;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cleans words before they become ids, as OpenCLIP's tokenizer.py does (`basic_clean`,
/// `whitespace_clean`, `canonicalize_text`): ftfy's effect on what people type, HTML's escapes
/// undone twice, white space joined.
final class TextCleaner {
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern CONTROLS =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f\\ufeff\\u206a-\\u206f\\ufff9-\\ufffc]");
  private static final Pattern C1_CONTROLS = Pattern.compile("[\\x80-\\x9f]");
  private static final Pattern TERMINAL_ESCAPES = Pattern.compile("\\x1b\\[[0-9;]*[A-Za-z]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u02bc\\u2018-\\u201b]");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201c-\\u201f]");

  /// Python's `string.punctuation`.
  private static final Pattern PUNCTUATION =
      Pattern.compile("[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^`{|}~]");

  /// Unicode's condition Final_Sigma (chapter 3.13): behind a letter, and before none, whatever
  /// marks lie between.
  private static final Pattern FINAL_SIGMA = finalSigma();

  private static final String[][] LIGATURES = {
    {"\ufb00", "ff"}, {"\ufb01", "fi"}, {"\ufb02", "fl"}, {"\ufb03", "ffi"},
    {"\ufb04", "ffl"}, {"\ufb05", "ſt"}, {"\ufb06", "st"}, {"\u0132", "IJ"},
    {"\u0133", "ij"}, {"\u0149", "'n"}, {"\u01f1", "DZ"}, {"\u01f2", "Dz"},
    {"\u01f3", "dz"}, {"\u01c4", "DŽ"}, {"\u01c5", "Dž"}, {"\u01c6", "dž"},
    {"\u01c7", "LJ"}, {"\u01c8", "Lj"}, {"\u01c9", "lj"}, {"\u01ca", "NJ"},
    {"\u01cb", "Nj"}, {"\u01cc", "nj"},
  };

  private TextCleaner() {}

  static String clean(String text, Cleaning how) {
    String basic = HtmlEntities.unescape(HtmlEntities.unescape(fixed(text)));
    return switch (how) {
      case LOWER -> lower(joined(basic));
      case WHITESPACE -> joined(basic);
      case CANONICALIZE -> canonical(basic);
    };
  }

  /// What `ftfy.fix_text` does to text that is not mis-decoded: entities, terminal escapes, letters
  /// of Windows, ligatures, full-width forms, curly quotes, control characters, NFC. Its repair of
  /// mis-decoded text ("cafÃ©") is left out: nobody types that.
  private static String fixed(String text) {
    String fixed = text.contains("<") ? text : HtmlEntities.unescape(text);
    fixed = TERMINAL_ESCAPES.matcher(fixed).replaceAll("");
    fixed = C1_CONTROLS.matcher(fixed).replaceAll(c -> HtmlEntities.ofWindows(c.group().charAt(0)));
    for (String[] ligature : LIGATURES) {
      fixed = fixed.replace(ligature[0], ligature[1]);
    }
    fixed = narrowed(fixed);
    fixed = SINGLE_QUOTES.matcher(fixed).replaceAll("'");
    fixed = DOUBLE_QUOTES.matcher(fixed).replaceAll("\"");
    fixed = CONTROLS.matcher(fixed).replaceAll("");
    return Normalizer.normalize(fixed, Normalizer.Form.NFC);
  }

  private static Pattern finalSigma() {
    String cased = "[\\p{Lt}\\p{IsLowercase}\\p{IsUppercase}]";
    String ignored =
        "[\\p{Mn}\\p{Me}\\p{Cf}\\p{Lm}\\p{Sk}'.:\\u00b7\\u0387\\u055f\\u05f4\\u2018\\u2019\\u2024\\u2027]";
    return Pattern.compile("(?<=%1$s%2$s{0,20})Σ(?!%2$s*+%1$s)".formatted(cased, ignored));
  }

  /// Full-width letters and half-width kana become the usual ones (U+FF01 to U+FFEF, U+3000).
  private static String narrowed(String text) {
    StringBuilder narrow = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if ((c >= 0xff01 && c <= 0xffef) || c == 0x3000) {
                narrow.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
              } else {
                narrow.appendCodePoint(c);
              }
            });
    return narrow.toString();
  }

  /// Java finds the ends of words in its own way, on which a Greek sigma's form depends; Python
  /// does as Unicode says.
  private static String lower(String text) {
    return FINAL_SIGMA.matcher(text).replaceAll("ς").replace('Σ', 'σ').toLowerCase(Locale.ROOT);
  }

  private static String joined(String text) {
    return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static String canonical(String text) {
    String plain = PUNCTUATION.matcher(text.replace('_', ' ')).replaceAll("");
    return joined(lower(plain));
  }
}
