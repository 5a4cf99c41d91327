package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTextTest {
  private static final ProgressText INDEXING =
      new ProgressText(
          "indexing",
          "1,200 of 5,000 pictures, 16.7/s, 3 min 10 s left, 3 skipped",
          0.24,
          "last ferien/猫の写真.jpg: the file is empty");

  @Test
  void hasRoomForAllOnAWideTerminal() {
    assertThat(INDEXING.fitting(199))
        .isEqualTo(
            "indexing ━━━━━─────────────────── 1,200 of 5,000 pictures, 16.7/s, 3 min"
                + " 10 s left, 3 skipped, last ferien/猫の写真.jpg: the file is empty");
  }

  @Test
  void leavesOutTheNoteFirst() {
    assertThat(INDEXING.fitting(79))
        .isEqualTo(
            "indexing ━━──────── 1,200 of 5,000 pictures, 16.7/s, 3 min 10 s left, 3 skipped");
  }

  @Test
  void leavesOutTheBarThenTheTask() {
    assertThat(INDEXING.fitting(70))
        .isEqualTo("indexing 1,200 of 5,000 pictures, 16.7/s, 3 min 10 s left, 3 skipped");
    assertThat(INDEXING.fitting(59))
        .isEqualTo("1,200 of 5,000 pictures, 16.7/s, 3 min 10 s left, 3 skipped");
    assertThat(INDEXING.fitting(30)).isEqualTo("1,200 of 5,000 pictures, 16.7…");
  }

  @Test
  void neverIsWiderThanItsRoom() {
    for (int columns = 0; columns < 220; columns++) {
      assertThat(DisplayWidth.of(INDEXING.fitting(columns))).isLessThanOrEqualTo(columns);
    }
  }

  @Test
  void hasNoBarWhereNobodyKnowsTheEnd() {
    assertThat(new ProgressText("indexing", "7 of 120+ pictures", Double.NaN, "").fitting(79))
        .isEqualTo("indexing 7 of 120+ pictures");
  }

  @Test
  void isOneLineInALog() {
    assertThat(INDEXING.plain())
        .isEqualTo(
            "indexing: 1,200 of 5,000 pictures, 16.7/s, 3 min 10 s left, 3 skipped, last"
                + " ferien/猫の写真.jpg: the file is empty");
  }

  @Test
  void keepsStrangersNamesFromTheTerminal() {
    assertThat(new ProgressText("", "1 picture", Double.NaN, "skipped a\u001b[2J.jpg").fitting(79))
        .isEqualTo("1 picture, skipped a\\x1b[2J.jpg");
  }
}
