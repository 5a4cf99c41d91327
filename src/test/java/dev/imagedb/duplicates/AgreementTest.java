package dev.imagedb.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.PerceptualHash;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Scene SCENE = new Scene(3);

  @Test
  void isCertainOfAPictureAndItself() {
    Agreement agreement = Agreement.of(SCENE.whole(), SCENE.whole());
    assertThat(agreement.isCertain()).isTrue();
    assertThat(agreement.changed()).isZero();
    assertThat(agreement.outside()).isZero();
  }

  @Test
  void seesACropInEitherOrder() {
    PerceptualHash crop = SCENE.seen(0.05, 0.05, 0.9, 0.9);
    assertThat(Agreement.of(SCENE.whole(), crop).isCopy()).isTrue();
    assertThat(Agreement.of(crop, SCENE.whole()).isCopy()).isTrue();
    assertThat(Agreement.of(SCENE.whole(), SCENE.seen(0.05, 0, 0.95, 1)).isCopy()).isTrue();
  }

  @Test
  void keepsFramesOfAMovedCameraApart() {
    PerceptualHash left = SCENE.seen(0, 0, 0.92, 1);
    PerceptualHash right = SCENE.seen(0.08, 0, 0.92, 1);
    Agreement agreement = Agreement.of(left, right);
    assertThat(agreement.outside()).isGreaterThan(0.05);
    assertThat(agreement.isCopy()).isFalse();
  }

  @Test
  void seesThroughAWatermarkButNotThroughWhatMoved() {
    PerceptualHash marked = painted(6, 10, 12, 3, 50);
    assertThat(Agreement.of(SCENE.whole(), marked).isCopy()).isTrue();
    PerceptualHash moved = painted(painted(6, 8, 4, 8, 90), 13, 8, 4, 8, -90);
    assertThat(Agreement.of(SCENE.whole(), moved).isCopy()).isFalse();
  }

  @Test
  void forgivesBrightnessAndContrast() {
    byte[] cells = SCENE.whole().cells().clone();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) (20 + (cells[i] & 0xff) * 3 / 4);
    }
    assertThat(Agreement.of(SCENE.whole(), new PerceptualHash(cells)).isCertain()).isTrue();
  }

  @Test
  void tellsScenesApartAndWillNotJudgeWhatIsFlat() {
    assertThat(Agreement.of(SCENE.whole(), new Scene(4).whole()).isCopy()).isFalse();
    PerceptualHash flat = new PerceptualHash(new byte[576]);
    assertThat(Agreement.of(flat, flat).isCopy()).isFalse();
  }

  private static PerceptualHash painted(int x, int y, int width, int height, int change) {
    return painted(SCENE.whole(), x, y, width, height, change);
  }

  private static PerceptualHash painted(
      PerceptualHash look, int x, int y, int width, int height, int change) {
    byte[] cells = look.cells().clone();
    for (int i = 0; i < width * height; i++) {
      int cell = (y + i / width) * PerceptualHash.SIDE + x + i % width;
      cells[cell] = (byte) Math.clamp((cells[cell] & 0xff) + change, 0, 255);
    }
    return new PerceptualHash(cells);
  }
}
