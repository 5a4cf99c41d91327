package dev.imagedb.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class BytesInputTest {

  @Test
  void readsSeeksAndEndsAsAFileDoes() throws IOException {
    try (BytesInput input = new BytesInput(new byte[] {1, -2, 3, 4})) {
      byte[] target = new byte[5];

      assertThat(input.read()).isEqualTo(1);
      assertThat(input.read()).isEqualTo(254);
      assertThat(input.read(target, 1, 4)).isEqualTo(2);
      assertThat(target).containsExactly(0, 3, 4, 0, 0);
      assertThat(input.read()).isEqualTo(-1);
      input.seek(1);
      assertThat(input.readBits(4)).isEqualTo(15);
    }
  }

  @Test
  void stopsAReaderThatIgnoresTheEnd() throws IOException {
    try (BytesInput input = new BytesInput(new byte[1])) {
      assertThatThrownBy(
              () -> {
                while (true) {
                  input.read();
                }
              })
          .isInstanceOf(BytesInput.PastEndException.class);
    }
  }
}
