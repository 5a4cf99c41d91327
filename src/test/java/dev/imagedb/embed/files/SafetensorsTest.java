package dev.imagedb.embed.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.files.Safetensors.StoredTensor;
import dev.imagedb.embed.files.Safetensors.StoredType;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void findsTensorsByNameWithTheirShapesAndBytes() {
    Path file =
        write(
            """
            {"__metadata__": {"format": "pt"},
             "a": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
             "scalar": {"dtype": "F16", "shape": [], "data_offsets": [8, 10]},
             "b": {"dtype": "BF16", "shape": [3], "data_offsets": [10, 16]}}
            """,
            ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).putFloat(-2));
    try (Safetensors weights = Safetensors.open(file)) {
      StoredTensor a = weights.tensor("a").orElseThrow();
      assertThat(a.type()).isEqualTo(StoredType.F32);
      assertThat(a.shape()).containsExactly(2, 1);
      assertThat(a.data().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED)).containsExactly(1.5f, -2);
      assertThat(weights.tensor("scalar").orElseThrow().shape()).isEmpty();
      assertThat(weights.tensor("b").orElseThrow().type()).isEqualTo(StoredType.BF16);
      assertThat(weights.tensor("__metadata__")).isEmpty();
      assertThat(weights.tensor("c")).isEmpty();
    }
  }

  @Test
  void passesOverTypesThatNoTowerUses() {
    Path file =
        write(
            """
            {"batches": {"dtype": "I64", "shape": [], "data_offsets": [0, 8]}}\
            """,
            ByteBuffer.allocate(8));
    try (Safetensors weights = Safetensors.open(file)) {
      assertThat(weights.tensor("batches")).isEmpty();
    }
  }

  @Test
  void takesATensorOfNothing() {
    Path file =
        write(
            """
            {"empty": {"dtype": "F32", "shape": [0, 4], "data_offsets": [0, 0]}}\
            """,
            ByteBuffer.allocate(0));
    try (Safetensors weights = Safetensors.open(file)) {
      assertThat(weights.tensor("empty").orElseThrow().data().byteSize()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void refusesAFileTooShortForALength(int length) throws IOException {
    Path file = Files.write(folder.resolve("short.safetensors"), new byte[length]);

    assertRefused(file, "it has only " + length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 11, (1 << 24) + 1, 1L << 62, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void refusesALengthThatTheHeaderCannotHave(long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Path file = Files.write(folder.resolve("lie.safetensors"), bytes.array());

    assertRefused(file, "its header claims " + length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "[1, 2]", "{\"a\": ", "17", "{\"a\" 1}", "{} {}", "{a: {}}"})
  void refusesAHeaderThatIsNoJsonObject(String header) {
    assertRefused(write(header, ByteBuffer.allocate(8)), "its header is no JSON object");
  }

  @Test
  void refusesAHeaderNestedWithoutEnd() {
    String header = "{\"__metadata__\": " + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}";

    assertRefused(write(header, ByteBuffer.allocate(8)), "its header is no JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}    | lies outside of the file
          {"dtype": "F32", "shape": [2], "data_offsets": [-4, 4]}    | lies outside of the file
          {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]}     | lies outside of the file
          {"dtype": "F32", "shape": [2], "data_offsets": [0]}        | lies outside of the file
          {"dtype": "F32", "shape": [2], "data_offsets": [0, 4]}     | its last 4 bytes belong to no tensor
          {"dtype": "F32", "shape": [1], "data_offsets": [0, 8]}     | of shape [1] has 8 bytes
          {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}     | of shape [3] has 8 bytes
          {"dtype": "F32", "shape": [1], "data_offsets": [0, 7]}     | its last 1 bytes belong to no tensor
          {"dtype": "BF16", "shape": [8], "data_offsets": [0, 8]}    | of shape [8] has 8 bytes
          {"dtype": "F16", "shape": [-4], "data_offsets": [0, 8]}    | of shape [-4] has 8 bytes
          {"dtype": "F32", "shape": [-1, -2], "data_offsets": [0, 8]} | of shape [-1, -2] has 8 bytes
          {"dtype": "F32", "shape": [4294967296, 4294967296, 2], "data_offsets": [0, 8]} | 4294967296, 2] has 8 bytes
          {"dtype": "F32", "shape": [2], "data_offsets": [0, 9223372036854775808]} | is not described as one
          {"dtype": "F32", "shape": [9223372036854775808], "data_offsets": [0, 8]} | is not described as one
          {"dtype": "F32", "shape": [2.5], "data_offsets": [0, 8]}   | is not described as one
          {"dtype": "F32", "shape": 2, "data_offsets": [0, 8]}       | is not described as one
          {"dtype": "F32", "shape": [{}], "data_offsets": [0, 8]}    | is not described as one
          {"dtype": "F32", "shape": ["2"], "data_offsets": [0, 8]}   | is not described as one
          {"dtype": "F32", "shape": [2, null], "data_offsets": [0, 8]} | is not described as one
          {"dtype": "F32", "shape": [1], "shape": [2], "data_offsets": [0, 8]} | is not described as one
          {"dtype": "F32", "shape": [1e400], "data_offsets": [0, 8]} | is not described as one
          {"dtype": "F32", "shape": [4611686018427387904, 4], "data_offsets": [0, 8]} | 4] has 8 bytes
          {"dtype": "F32", "shape": [0, 9223372036854775807], "data_offsets": [0, 8]} | has 8 bytes
          {"dtype": "F32", "shape": [2]}                             | is not described as one
          {"dtype": {}, "shape": [2], "data_offsets": [0, 8]}        | is not described as one
          7                                                          | is not described as one
          """)
  void refusesATensorThatIsNotWhereItSays(String tensor, String reason) {
    assertRefused(write("{\"a\": " + tensor + "}", ByteBuffer.allocate(8)), reason);
  }

  @Test
  void refusesTensorsThatLieInEachOther() {
    Path file =
        write(
            """
            {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
             "b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}
            """,
            ByteBuffer.allocate(8));

    assertRefused(file, "the tensors a and b overlap");
  }

  @Test
  void refusesATensorThatIsDescribedTwice() {
    Path file =
        write(
            """
            {"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
             "a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}
            """,
            ByteBuffer.allocate(8));

    assertRefused(file, "it describes a twice");
  }

  @Test
  void refusesBytesThatBelongToNoTensor() {
    String tensor = "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [%d, %d]}}";

    assertRefused(
        write(tensor.formatted(4, 8), ByteBuffer.allocate(8)),
        "4 bytes before tensor a belong to none");
    assertRefused(
        write(tensor.formatted(0, 4), ByteBuffer.allocate(8)),
        "its last 4 bytes belong to no tensor");
  }

  @Test
  void refusesAFileThatWasCutOff() throws IOException {
    Path file = folder.resolve("cut.safetensors");
    byte[] whole = Files.readAllBytes(Path.of("samples/model/open_clip_model.safetensors"));
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertRefused(file, "lies outside of the file");
  }

  @Test
  void refusesMoreTensorsThanAnyModelHas() {
    String header =
        IntStream.rangeClosed(0, 1 << 16)
            .mapToObj(
                "\"%d\": {\"dtype\": \"F32\", \"shape\": [0], \"data_offsets\": [0, 0]}"::formatted)
            .collect(Collectors.joining(",", "{", "}"));

    assertRefused(write(header, ByteBuffer.allocate(0)), "more than 65536 tensors");
  }

  @Test
  void refusesANameOfMegabytesInALine() {
    String name = "n".repeat(1 << 22);

    assertThatThrownBy(
            () -> Safetensors.open(write("{\"" + name + "\": 7}", ByteBuffer.allocate(0))))
        .isInstanceOf(UserException.class)
        .message()
        .hasSizeLessThan(400)
        .contains("n…");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path file = folder.resolve("missing.safetensors");

    assertThatThrownBy(() -> Safetensors.open(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot read " + file);
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> Safetensors.open(file).close())
        .isInstanceOf(UserException.class)
        .hasMessageContaining(file + " is no usable safetensors file: ")
        .hasMessageContaining(reason);
  }

  private Path write(String header, ByteBuffer data) {
    byte[] json = header.getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.capacity())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(data.rewind());
    try {
      return Files.write(folder.resolve("model.safetensors"), bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
