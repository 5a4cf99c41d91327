package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
  @ParameterizedTest
  @CsvSource({
    "0x00, \\x00",
    "0x07, \\x07",
    "0x09, \\t",
    "0x0a, \\n",
    "0x0d, \\r",
    "0x1b, \\x1b",
    "0x7f, \\x7f",
    "0x85, \\x85",
    "0x9b, \\x9b",
    "0x200b, \\u200b",
    "0x200f, \\u200f",
    "0x202e, \\u202e",
    "0x2028, \\u2028",
    "0x2060, \\u2060",
    "0x2066, \\u2066",
    "0xfeff, \\ufeff",
    "0xd83d, \\ud83d"
  })
  void escapesWhatATerminalWouldObey(int point, String shown) {
    assertThat(TerminalText.escape("a" + Character.toString(point) + "b"))
        .isEqualTo("a" + shown + "b");
  }

  @Test
  void leavesWordsOfAllLanguagesAlone() {
    String words = "naïve 猫 שלום مرحبا 👨\u200d👩\u200d👧 C:\\photos ½";
    assertThat(TerminalText.escape(words)).isSameAs(words);
  }
}
