package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "cat, 3",
    "café, 4",
    "cafe\u0301, 4",
    "猫cat, 5",
    "🐈, 2",
    "ｶﾅ, 2",
    "Ａ, 2",
    "\u1112\u1161\u11ab, 2",
    "👍🏽, 2",
    "🇩🇪, 2",
    "❤\ufe0f, 2"
  })
  void isTheColumnsThatATextTakes(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void takesAJoinedFamilyForOnePicture() {
    assertThat(DisplayWidth.of("👨\u200d👩\u200d👧!")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "photos/cat.jpg, 14, photos/cat.jpg",
    "photos/cat.jpg, 10, pho…at.jpg",
    "猫猫猫猫猫猫, 12, 猫猫猫猫猫猫",
    "猫猫猫猫猫猫, 11, 猫…猫猫猫猫",
    "猫猫猫猫猫猫, 8, 猫…猫猫",
    "photos, 1, …",
    "photos, 0, ''"
  })
  void leavesOutTheMiddleOfWhatIsTooWide(String text, int columns, String shown) {
    assertThat(DisplayWidth.cutMiddle(text, columns)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"Canon EOS, 9, Canon EOS", "Canon EOS, 6, Canon…", "猫猫, 3, 猫…", "猫猫, 2, …"})
  void leavesOutTheEndOfWhatIsTooWide(String text, int columns, String shown) {
    assertThat(DisplayWidth.cutEnd(text, columns)).isEqualTo(shown);
  }

  @Test
  void neverCutsACharacterInTwo() {
    assertThat(DisplayWidth.cutMiddle("🐈🐈🐈🐈", 6)).isEqualTo("…🐈🐈");
    assertThat(DisplayWidth.cutEnd("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301…");
  }
}
