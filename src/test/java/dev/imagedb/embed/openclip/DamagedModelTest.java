package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.embed.files.ShardIndex;
import dev.imagedb.embed.tokenizer.TextTokenizer;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model's files, damaged thousands of times over: each is read, or refused in few words. More
/// rounds than in every build: `-Dfuzz.rounds=1000000`.
final class DamagedModelTest {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 2_000);
  private static final Path SAMPLE = Path.of("samples/model");

  @TempDir Path folder;

  private final Mutation mutation = new Mutation(new SplittableRandom(ROUNDS));

  @Test
  void readsOrRefusesAnyHeader() throws IOException {
    byte[] whole = tinyWeights();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = mutation.of(whole);
      Path file = Files.write(folder.resolve("weights.safetensors"), damaged);
      assertReadOrRefused(() -> Safetensors.open(file).close(), damaged);
    }
  }

  @Test
  void readsOrRefusesAnyConfig() throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLE.resolve("open_clip_config.json"));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = mutation.of(whole);
      assertReadOrRefused(() -> ConfigReader.parse("config", new String(damaged, UTF_8)), damaged);
    }
  }

  @Test
  void readsOrRefusesAnyIndex() throws IOException {
    byte[] whole =
        "{\"metadata\": {\"total_size\": 8}, \"weight_map\": {\"a\": \"m-1-of-2.safetensors\"}}"
            .getBytes(UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = mutation.of(whole);
      Path file = Files.write(folder.resolve("index.json"), damaged);
      assertReadOrRefused(() -> ShardIndex.read(file), damaged);
    }
  }

  @Test
  void readsOrRefusesAnyTokenizer() throws IOException {
    OpenClipConfig config = ConfigReader.read(SAMPLE.resolve("open_clip_config.json"));
    byte[] tokenizer = Files.readAllBytes(SAMPLE.resolve("tokenizer.json"));
    byte[] settings = Files.readAllBytes(SAMPLE.resolve("tokenizer_config.json"));
    Path file = folder.resolve("tokenizer.json");
    for (int round = 0; round < ROUNDS / 20; round++) {
      byte[] damaged = mutation.of(tokenizer);
      Files.write(file, damaged);
      Files.write(folder.resolve("tokenizer_config.json"), mutation.of(settings));
      assertReadOrRefused(() -> encode(file, config.text()), damaged);
    }
  }

  private static void encode(Path file, TextConfig text) {
    try (TextTokenizer tokenizer =
        TextTokenizer.load(file, text.tokenizer(), text.contextLength(), Optional.of(0L))) {
      tokenizer.encode("Three red triangles, näive 猫 \ud83d\ude00");
    }
  }

  private static byte[] tinyWeights() {
    String header =
        """
        {"__metadata__": {"format": "pt"},
         "a": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
         "b": {"dtype": "BF16", "shape": [4], "data_offsets": [8, 16]}}
        """;
    return ByteBuffer.allocate(8 + header.length() + 16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length())
        .put(header.getBytes(UTF_8))
        .array();
  }

  private static void assertReadOrRefused(ThrowingCallable reading, byte[] damaged) {
    Throwable failure = catchThrowable(reading);
    if (failure != null) {
      assertThat(failure).as(new String(damaged, UTF_8)).isInstanceOf(UserException.class);
      assertThat(failure.getMessage()).hasSizeLessThan(1000);
    }
  }
}
