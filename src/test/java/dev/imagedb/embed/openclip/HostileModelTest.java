package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A model folder from a stranger: the sample's, with one file that lies. It is refused with one
/// line, and before memory goes to what it claims.
@Timeout(60)
final class HostileModelTest {
  private static final String CONFIG = "open_clip_config.json";
  private static final String WEIGHTS = "open_clip_model.safetensors";
  private static final String TOKENIZER = "tokenizer.json";

  /// What reading an honest model's small files costs, many times over.
  private static final long LITTLE = 32 << 20;

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples/model"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 62, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 31})
  void refusesAHeaderOfMoreBytesThanThereAre(long length) throws IOException {
    ByteBuffer lie = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(folder.resolve(WEIGHTS), lie.array());

    assertRefused("its header claims " + length + " bytes");
  }

  @Test
  void refusesATensorOfMoreNumbersThanAnyTowerTakes() throws IOException {
    long bytes = 1L << 34;
    String header =
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [%d], \"data_offsets\": [0, %d]}}"
            .formatted(bytes / 4, bytes);
    ByteBuffer start =
        ByteBuffer.allocate(8 + header.length())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length())
            .put(header.getBytes(US_ASCII));
    Files.write(folder.resolve(WEIGHTS), start.array());
    lengthen(WEIGHTS, start.capacity() + bytes);

    assertRefused("tensor a of shape [4294967296] has 17179869184 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"layers\": \\d+', '\"layers\": 1000000000', a whole number from 1 to 1024",
    "'\"width\": \\d+', '\"width\": 1000000000', a whole number from 1 to 32768",
    "'\"context_length\": \\d+', '\"context_length\": 2147483648', a whole number from 1 to 8192",
    "'\"vocab_size\": \\d+', '\"vocab_size\": 4294967296', a whole number from 1 to 4194304",
    "'\"embed_dim\": \\d+', '\"embed_dim\": 1e300', a whole number from 1 to 16384",
    "'\"image_size\": \\d+', '\"image_size\": 1000000', a whole number from 1 to 1024",
    "'\"patch_size\": \\d+', '\"patch_size\": 0', a whole number from 1 to"
  })
  void refusesAConfigThatAsksForTooMuch(String from, String to, String reason) throws IOException {
    rewrite(CONFIG, config -> config.replaceAll(from, to));

    assertRefused(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"layers\": \\d+', '\"layers\": 1024', lacks the tensor",
    "'\"width\": \\d+', '\"width\": 24576', but the config wants",
    "'\"context_length\": \\d+', '\"context_length\": 8192', but the config wants",
    "'\"vocab_size\": \\d+', '\"vocab_size\": 4194304', but the config wants"
  })
  void refusesAConfigThatAsksForMoreThanTheWeightsHold(String from, String to, String reason)
      throws IOException {
    rewrite(CONFIG, config -> config.replaceAll(from, to));

    assertRefused(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIG, "tokenizer_config.json"})
  void refusesWhatIsNestedWithoutEnd(String file) throws IOException {
    Files.writeString(folder.resolve(file), "{\"a\":".repeat(100_000));

    assertRefused(file + " is not JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[[[[",
        "{\"model\":",
        "7",
        "",
        "\"\\ud800\"",
        "{\"model\": {\"type\": \"BPE\"}}"
      })
  void refusesATokenizerThatIsNone(String json) throws IOException {
    Files.writeString(folder.resolve(TOKENIZER), json.repeat(1000));

    assertRefused(TOKENIZER + " is no tokenizer that can be read");
  }

  /// The tokenizers library would end the whole process.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"ByteLevel\"",
        "{\"type\" \"ByteLevel\"}",
        "{\"type\": ByteLevel}",
        "{\"type\": \"\\ud800\"}",
        "{\"type\": 1e999}",
        "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]"
      })
  void refusesATokenizerWhoseDecoderIsDamaged(String decoder) throws IOException {
    rewrite(
        TOKENIZER,
        json -> json.replaceFirst("\\{", quoteReplacement("{\"decoder\": " + decoder + ",")));

    assertRefused(TOKENIZER + " is no tokenizer that can be read");
  }

  /// The tokenizers library would end the whole process.
  @Test
  void refusesATokenizerWhoseMergesAreShorterThanTheirPrefix() throws IOException {
    rewrite(
        TOKENIZER,
        json ->
            json.replaceFirst(
                "\"continuing_subword_prefix\": (null|\"\")",
                "\"continuing_subword_prefix\": \"" + ";".repeat(81) + "\""));

    assertRefused(TOKENIZER + " is no tokenizer that can be read");
  }

  @Test
  void tellsOfAKeyWithALineBreakOnOneLine() throws IOException {
    rewrite(CONFIG, json -> json.replaceFirst("\"layers\"", "\"la\\\\nyers\""));

    assertRefused("has the key 'la yers', which this version does not know");
  }

  @Test
  void refusesATokenizerOfAGigabyte() throws IOException {
    lengthen(TOKENIZER, 1L << 30);

    assertRefused(TOKENIZER + " is too large for a tokenizer: 1024 MB");
  }

  @Test
  void refusesAVocabularyThatUnpacksToGigabytes() throws IOException {
    Files.delete(folder.resolve(TOKENIZER));
    Path vocabulary = folder.resolve("bpe_simple_vocab_16e6.txt.gz");
    try (var packed = new GZIPOutputStream(Files.newOutputStream(vocabulary))) {
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        packed.write(megabyte);
      }
    }

    assertRefused("is not OpenAI's byte-pair vocabulary");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIG, WEIGHTS, TOKENIZER})
  void opensNoDeviceThatALinkLeadsTo(String file) throws IOException {
    Files.delete(folder.resolve(file));
    Files.createSymbolicLink(folder.resolve(file), Path.of("/dev/zero"));

    assertRefused("the model lacks ");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIG, WEIGHTS, TOKENIZER})
  void refusesALinkThatGoesRound(String file) throws IOException {
    Files.delete(folder.resolve(file));
    Files.createSymbolicLink(folder.resolve(file), Path.of(file));

    assertRefused("the model lacks ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.safetensors",
        "/etc/x.safetensors",
        "a/../../b.safetensors",
        "..safetensors",
        "a.bin"
      })
  void opensNothingOutsideThatAnIndexNames(String name) throws IOException {
    Files.delete(folder.resolve(WEIGHTS));
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\": {\"a\": \"" + name + "\"}}");

    assertRefused("is no usable index of weights: \"" + name + "\" is no name");
  }

  @Test
  void runsNoCodeThatLiesBesideTheModel() throws IOException {
    float[] honest = vector();
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auto_map\": {\"AutoModel\": \"modeling.Model\"}, \"trust_remote_code\": true}");
    Files.writeString(folder.resolve("modeling.py"), "raise SystemExit('run')");
    for (String code :
        new String[] {
          "open_clip_model.pt",
          "pytorch_model.bin",
          "libtorch_cpu.so",
          "tokenizers.dll",
          "model.jar"
        }) {
      Files.writeString(folder.resolve(code), "no code at all: whoever loads it fails");
    }

    assertThat(vector()).containsExactly(honest);
  }

  @Test
  void loadsNoPickleWhereThereIsNothingElse() throws IOException {
    Files.move(folder.resolve(WEIGHTS), folder.resolve("open_clip_pytorch_model.bin"));

    assertRefused("a pickle, which can run code and is never loaded");
  }

  private float[] vector() {
    try (OpenClipModel model = open()) {
      return model.embedText("three red triangles");
    }
  }

  private OpenClipModel open() {
    return OpenClipModel.open(
        folder, "stranger", false, EmbedderOptions.forQueries(Precision.FP32));
  }

  /// Opens the model and uses both halves, as a search by words and pictures does.
  private void use() {
    try (OpenClipModel model = open()) {
      model.embedText("a");
      model.loadForPictures();
    }
  }

  private void assertRefused(String reason) {
    var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    Throwable refusal = catchThrowable(this::use);
    long allocated = memory.getCurrentThreadAllocatedBytes() - before;

    assertThat(refusal).isInstanceOf(UserException.class).hasMessageContaining(reason);
    assertThat(refusal.getMessage()).hasLineCount(1).hasSizeLessThan(600);
    assertThat(allocated).as("bytes allocated").isLessThan(LITTLE);
  }

  private void rewrite(String name, UnaryOperator<String> change) throws IOException {
    Path file = folder.resolve(name);
    String before = Files.readString(file);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(file, after);
  }

  /// Makes a file that claims this length and holds zeros.
  private void lengthen(String name, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(length);
    }
  }
}
