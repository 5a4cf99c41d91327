package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Camera;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableColumnTest {
  @Test
  void namesTheMakerOnlyWhereTheModelDoesNot() {
    assertThat(camera("SONY", "DSC-RX100")).isEqualTo("SONY DSC-RX100");
    assertThat(camera("NIKON CORPORATION", "NIKON D90")).isEqualTo("NIKON D90");
    assertThat(camera("Canon", null)).isEqualTo("Canon");
    assertThat(camera(null, "D90")).isEqualTo("D90");
    assertThat(camera(null, null)).isEmpty();
  }

  private static String camera(@Nullable String make, @Nullable String model) {
    return TableColumn.camera(new Camera(make, model, null));
  }
}
