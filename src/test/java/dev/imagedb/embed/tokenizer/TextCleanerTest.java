package dev.imagedb.embed.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.tokenizer.TokenizerConfig.Cleaning;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TextCleanerTest {

  /// A text, and what `_clean_lower`, `_clean_whitespace` and `_clean_canonicalize` of OpenCLIP
  /// 3.3.0's tokenizer.py (with ftfy 6.3) make of it.
  private static final String[][] CLEANED = {
    {"a  photo\tof\na cat", "a photo of a cat", "a photo of a cat", "a photo of a cat"},
    {"Café ÜBER Straße", "café über straße", "Café ÜBER Straße", "café über straße"},
    {"cafe\u0301", "café", "café", "café"},
    {"&amp;amp;", "&", "&", ""},
    {"&lt;b&gt; &quot;x&quot;", "<b> \"x\"", "<b> \"x\"", "b x"},
    {"tom &amp; jerry", "tom & jerry", "tom & jerry", "tom jerry"},
    {"AT&T", "at&t", "AT&T", "att"},
    {"rock&roll &copy 2024", "rock&roll © 2024", "rock&roll © 2024", "rockroll © 2024"},
    {"don&apos;t", "don't", "don't", "dont"},
    {"don&#39;t", "don't", "don't", "dont"},
    {"&#146;s", "'s", "'s", "s"},
    {"&hellip;", "…", "…", "…"},
    {"<b>&amp;</b>", "<b>&</b>", "<b>&</b>", "bb"},
    {
      "\u201cquoted\u201d \u2018single\u2019 \u201alow\u2018 \u201elow\u201c",
      "\"quoted\" 'single' 'low' \"low\"",
      "\"quoted\" 'single' 'low' \"low\"",
      "quoted single low low"
    },
    {"it\u2019s", "it's", "it's", "its"},
    {"ﬁne ﬂow oﬃce", "fine flow office", "fine flow office", "fine flow office"},
    {"ＦＵＬＬ\u3000ｗｉｄｔｈ", "full width", "FULL width", "full width"},
    {"ｶﾀｶﾅ", "カタカナ", "カタカナ", "カタカナ"},
    {"\033[31mred\033[0m", "red", "red", "red"},
    {"a\000b\007c", "abc", "abc", "abc"},
    {"a\ufeffb", "ab", "ab", "ab"},
    {"zero\u200bwidth", "zero\u200bwidth", "zero\u200bwidth", "zero\u200bwidth"},
    {"no\u00a0break\u3000space", "no break space", "no break space", "no break space"},
    {"line\r\nbreak\u2028two", "line break two", "line break two", "line break two"},
    {"ÎSTANBUL İ", "îstanbul i\u0307", "ÎSTANBUL İ", "îstanbul i\u0307"},
    {"ΣΊΣΥΦΟΣ", "σίσυφος", "ΣΊΣΥΦΟΣ", "σίσυφος"},
    {"ΟΔΟΣ\u200b\"a Σ'Σ", "οδος\u200b\"a σ'ς", "ΟΔΟΣ\u200b\"a Σ'Σ", "οδοσ\u200ba σς"},
    {"a&#1;&#x7f;&#xfdd0;&#9;b", "a b", "a b", "a b"},
    {"sports-car! (red)", "sports-car! (red)", "sports-car! (red)", "sportscar red"},
    {"snake_case_word", "snake_case_word", "snake_case_word", "snake case word"},
    {
      "emoji \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
      "emoji \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
      "emoji \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
      "emoji \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"
    },
    {"日本語 の 写真", "日本語 の 写真", "日本語 の 写真", "日本語 の 写真"},
    {"soft\u00adhyphen", "soft\u00adhyphen", "soft\u00adhyphen", "soft\u00adhyphen"},
    {
      "…dots… \u2013 dash \u2014 em",
      "…dots… \u2013 dash \u2014 em",
      "…dots… \u2013 dash \u2014 em",
      "…dots… \u2013 dash \u2014 em"
    },
    {
      "\u00bd \u00b2 \u2122 \u2116",
      "\u00bd \u00b2 \u2122 \u2116",
      "\u00bd \u00b2 \u2122 \u2116",
      "\u00bd \u00b2 \u2122 \u2116"
    },
    {"\u00a0", "", "", ""},
    {"", "", "", ""},
    {"  ", "", "", ""},
    {"!!!", "!!!", "!!!", ""},
    {"&nbsp;a&nbsp;b", "a b", "a b", "a b"},
    {"&eacute;t&Eacute;", "été", "étÉ", "été"},
    {
      "C:\\path `tick` ~x~ a^b {c} [d] |e|",
      "c:\\path `tick` ~x~ a^b {c} [d] |e|",
      "C:\\path `tick` ~x~ a^b {c} [d] |e|",
      "cpath tick x ab c d e"
    },
    {"ʼn ŉ ĳ Ǆ", "'n 'n ij dž", "'n 'n ij DŽ", "n n ij dž"},
    {"a\u0085b", "a…b", "a…b", "a…b"},
    {"\u0093quoted\u0094", "\"quoted\"", "\"quoted\"", "quoted"},
    {
      "\u200e\u200fmarks\u202a",
      "\u200e\u200fmarks\u202a",
      "\u200e\u200fmarks\u202a",
      "\u200e\u200fmarks\u202a"
    },
    {
      "&notanentity; &bogus;",
      "\u00acanentity; &bogus;",
      "\u00acanentity; &bogus;",
      "\u00acanentity bogus"
    },
    {"1 &lt 2", "1 < 2", "1 < 2", "1 2"},
    {"ẞ İ ﬃ", "ß i\u0307 ffi", "ẞ İ ffi", "ß i\u0307 ffi"},
    {
      "\u2167 \u2103 \u338f", "\u2177 \u2103 \u338f", "\u2167 \u2103 \u338f", "\u2177 \u2103 \u338f"
    },
    {"힣 한", "힣 한", "힣 한", "힣 한"},
    {"a\u2029b\013c\014d", "a bc d", "a bc d", "a bc d"},
    {"&#x1F600;", "\ud83d\ude00", "\ud83d\ude00", "\ud83d\ude00"},
    {
      "&#0; &#xD800; &#1114112;",
      "\ufffd \ufffd \ufffd",
      "\ufffd \ufffd \ufffd",
      "\ufffd \ufffd \ufffd"
    },
    {"\u2163\u2060x", "\u2173\u2060x", "\u2163\u2060x", "\u2173\u2060x"},
    {"it''s `` '' \u00b4", "it''s `` '' \u00b4", "it''s `` '' \u00b4", "its \u00b4"},
  };

  @ParameterizedTest
  @MethodSource("texts")
  void lowersAsTheReferenceDoes(String text, String[] cleaned) {
    assertThat(TextCleaner.clean(text, Cleaning.LOWER)).isEqualTo(cleaned[1]);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void joinsWhiteSpaceAsTheReferenceDoes(String text, String[] cleaned) {
    assertThat(TextCleaner.clean(text, Cleaning.WHITESPACE)).isEqualTo(cleaned[2]);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void canonicalizesAsTheReferenceDoes(String text, String[] cleaned) {
    assertThat(TextCleaner.clean(text, Cleaning.CANONICALIZE)).isEqualTo(cleaned[3]);
  }

  private static Stream<Arguments> texts() {
    return Arrays.stream(CLEANED).map(row -> Arguments.of(row[0], row));
  }
}
