package dev.imagedb.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DimensionsTest {
  @Test
  void shrinksToWhatFitsAndKeepsTheShape() {
    assertThat(new Dimensions(4000, 3000).within(320, 320)).isEqualTo(new Dimensions(320, 240));
    assertThat(new Dimensions(3000, 4000).within(320, 320)).isEqualTo(new Dimensions(240, 320));
    assertThat(new Dimensions(4000, 3000).within(320, 120)).isEqualTo(new Dimensions(160, 120));
  }

  @Test
  void neverEnlarges() {
    assertThat(new Dimensions(20, 30).within(320, 320)).isEqualTo(new Dimensions(20, 30));
  }

  @Test
  void leavesAPixelOfTheThinnestPicture() {
    assertThat(new Dimensions(10_000, 2).within(320, 320)).isEqualTo(new Dimensions(320, 1));
  }
}
