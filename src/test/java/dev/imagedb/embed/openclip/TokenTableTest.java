package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.engine.PtNDManager;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTableTest {
  @TempDir Path folder;

  @Test
  void readsRowsOfATableThatIsLargerThanAnyArray() throws IOException {
    int rows = 600_000; // of 1,024 floats: 2.4 GB, which take no space where they are not written
    try (Safetensors file = sparse("F32", rows, 1024, 4, floats(0.25f, -3f))) {
      assertThat(lookUp(file, 1024, rows - 1)).startsWith(0.25f, -3f, 0f);
    }
  }

  @Test
  void widensBfloats() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    last.putShort((short) 0x3fc0).putShort((short) 0xc000); // 1.5 and -2
    try (Safetensors file = sparse("BF16", 3, 2, 2, last.flip())) {
      assertThat(lookUp(file, 2, 2)).containsExactly(1.5f, -2f);
    }
  }

  @Test
  void widensHalfFloats() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    last.putShort((short) 0x3c00).putShort((short) 0xb800); // 1 and -0.5
    try (Safetensors file = sparse("F16", 3, 2, 2, last.flip())) {
      assertThat(lookUp(file, 2, 2)).containsExactly(1f, -0.5f);
    }
  }

  @Test
  void refusesAnIdThatIsNotInTheVocabulary() throws IOException {
    try (Safetensors file = sparse("F32", 3, 2, 4, floats(1f, 2f))) {
      assertThatThrownBy(() -> lookUp(file, 2, 3))
          .isInstanceOf(UserException.class)
          .hasMessage("the tokenizer gives the id 3, but the model knows 3");
    }
  }

  private static float[] lookUp(Safetensors file, int width, long id) {
    TokenTable table = new TokenTable(file.tensor("table").orElseThrow(), width);
    try (PtNDManager scope = TorchModule.newManager()) {
      return table.lookUp(scope, new long[] {id}).toFloatArray();
    }
  }

  /// A file of one table, zero but for its last row, which begins with the given bytes.
  private Safetensors sparse(String type, long rows, long width, long bytes, ByteBuffer lastRow)
      throws IOException {
    long length = rows * width * bytes;
    byte[] header =
        """
        {"table":{"dtype":"%s","shape":[%d,%d],"data_offsets":[0,%d]}}"""
            .formatted(type, rows, width, length)
            .getBytes(UTF_8);
    Path path = folder.resolve("table.safetensors");
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      ByteBuffer start = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
      channel.write(start.putLong(header.length).put(header).flip());
      long end = start.capacity() + length;
      channel.write(ByteBuffer.wrap(new byte[] {0}), end - 1);
      channel.write(lastRow, end - width * bytes);
    }
    return Safetensors.open(path);
  }

  private static ByteBuffer floats(float... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return buffer.flip();
  }
}
