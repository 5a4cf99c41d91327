package dev.imagedb.embed.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Processor;
import dev.imagedb.embed.hub.Hub;
import dev.imagedb.embed.hub.HubSettings;
import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelLoaderTest {
  private static final Path TINY =
      Path.of("src/test/resources/dev/imagedb/embed/openclip/quick-gelu");
  private static final EmbedderOptions OPTIONS = EmbedderOptions.forQueries(Precision.FP32);
  private static final URI HUB = URI.create("https://hub.invalid");

  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();

  @Test
  void opensTheBuiltInModelByItsName() {
    try (Embedder embedder = offline().open("builtin", false, OPTIONS)) {
      assertThat(embedder.space().model()).isEqualTo("builtin");
      assertThat(embedder.space().dimension()).isEqualTo(256);
      assertThat(embedder.space().preprocessing()).startsWith("shortest 128 bicubic");
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void opensAFolderAndNamesItsWholePath() throws IOException {
    Path model = model();

    try (Embedder embedder = offline().open(model.toString(), false, OPTIONS)) {
      assertThat(embedder.space().model()).isEqualTo(model.toString());
      assertThat(embedder.space().dimension()).isEqualTo(12);
    }
  }

  @Test
  void saysWhereTheProcessorDoesNotMultiplyBytes() throws IOException {
    Path model = model();
    Processor old = new Processor(Set.of("avx2"));
    EmbedderOptions options = EmbedderOptions.forQueries(Precision.INT8);

    try (Embedder embedder = offline(old).open(model.toString(), false, options)) {
      assertThat(embedder.space().dimension()).isEqualTo(12);
    }
    assertThat(notices)
        .containsExactly(
            "fp32 or bf16 serves, since int8 needs a processor with avx512_vnni or avx_vnni");
  }

  @Test
  void takesInt8WhereTheProcessorMultipliesBytes() throws IOException {
    Path model = model();
    Processor newer = new Processor(Set.of("avx2", "avx512_vnni"));
    EmbedderOptions options = EmbedderOptions.forQueries(Precision.INT8);

    offline(newer).open(model.toString(), false, options).close();

    assertThat(notices).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open_clip_config.json", "open_clip_model.safetensors", "tokenizer.json"})
  void namesTheFileThatAFolderLacks(String name) throws IOException {
    Path model = model();
    Files.delete(model.resolve(name));

    assertThatThrownBy(() -> offline().open(model.toString(), false, OPTIONS).close())
        .isInstanceOf(UserException.class)
        .hasMessage("the model lacks " + model.resolve(name));
  }

  @Test
  void neverLoadsAPickle() throws IOException {
    Path model = model();
    Path pickle = model.resolve("open_clip_pytorch_model.bin");
    Files.move(model.resolve("open_clip_model.safetensors"), pickle);

    assertThatThrownBy(() -> offline().open(model.toString(), false, OPTIONS).close())
        .isInstanceOf(UserException.class)
        .hasMessage(
            "the model's weights are a pickle, which can run code and is never loaded: " + pickle);
  }

  @Test
  void refusesAModelThatIsNamedAndCannotBeHad() {
    assertThatThrownBy(() -> offline().open("someone/something", false, OPTIONS).close())
        .isInstanceOfSatisfying(
            UserException.class,
            refusal -> {
              assertThat(refusal)
                  .hasMessage(
                      "the model someone/something is not in the cache and cannot be fetched:"
                          + " HF_HUB_OFFLINE is set, so nothing is fetched");
              assertThat(refusal.hint())
                  .contains("go online, or use what is here: --model builtin");
            });
    assertThat(notices).isEmpty();
  }

  @Test
  void servesTheBuiltInModelAndSaysSoWhereTheDefaultCannotBeHad() {
    try (Embedder embedder = offline().openDefault(false, OPTIONS)) {
      assertThat(embedder.space().model()).isEqualTo("builtin");
    }
    assertThat(notices)
        .containsExactly(
            "the small built-in model serves, since laion/CLIP-ViT-B-32-laion2B-s34B-b79K cannot"
                + " be fetched (HF_HUB_OFFLINE is set, so nothing is fetched); for much better"
                + " results, later and online: imagedb index --force --model"
                + " laion/CLIP-ViT-B-32-laion2B-s34B-b79K FOLDER");
  }

  @Test
  void findsOutSoonThatThereIsNoNetwork() throws IOException {
    URI nobody = URI.create("http://127.0.0.1:" + closedPort());
    ModelLoader loader = loader(new HubSettings(nobody, folder, Optional.empty(), false));

    Assertions.assertTimeout(
        Duration.ofSeconds(6), () -> loader.openDefault(false, OPTIONS).close());

    assertThat(notices).singleElement().asString().doesNotContain("\n").contains("127.0.0.1");
  }

  @Test
  void opensTheModelOfADatabaseWithThePreprocessingOfThen() throws IOException {
    String model = model().toString();
    VectorSpace padded;
    try (Embedder embedder = offline().open(model, true, OPTIONS)) {
      padded = embedder.space();
    }

    try (Embedder embedder = offline().openFor(padded, OPTIONS)) {
      assertThat(padded.preprocessing()).startsWith("longest 32 bicubic, filled with 255");
      assertThat(embedder.space()).isEqualTo(padded);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open_clip_config.json", "open_clip_model.safetensors", "tokenizer.json"})
  void refusesAModelThatIsNoLongerTheOneOfTheDatabase(String changed) throws IOException {
    Path model = model();
    VectorSpace space;
    try (Embedder embedder = offline().open(model.toString(), false, OPTIONS)) {
      space = embedder.space();
    }
    change(model.resolve(changed));

    assertThatThrownBy(() -> offline().openFor(space, OPTIONS).close())
        .isInstanceOfSatisfying(
            UserException.class,
            refusal -> {
              assertThat(refusal)
                  .hasMessage(
                      "the model "
                          + model
                          + " is no longer the one that the database was made with");
              assertThat(refusal.hint())
                  .contains("imagedb index --force --model " + model + " FOLDER");
            });
  }

  @Test
  void usesAModelThatPythonFetched() throws IOException {
    cacheAsPythonDoes("open_clip_config.json", "open_clip_model.safetensors", "tokenizer.json");

    try (Embedder embedder = offline().openDefault(false, OPTIONS)) {
      assertThat(embedder.space().model()).isEqualTo(ModelLoader.DEFAULT);
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void doesNotCountOnATokenizerThatPythonDidNotFetch() throws IOException {
    cacheAsPythonDoes("open_clip_config.json", "open_clip_model.safetensors");

    try (Embedder embedder = offline().openDefault(false, OPTIONS)) {
      assertThat(embedder.space().model()).isEqualTo("builtin");
    }
    assertThat(notices).hasSize(1);
  }

  /// Puts files of the default model where huggingface_hub keeps them.
  private void cacheAsPythonDoes(String... names) throws IOException {
    String commit = "0123456789012345678901234567890123456789";
    Path cached =
        folder.resolve("hub").resolve("models--" + ModelLoader.DEFAULT.replace("/", "--"));
    Path snapshot = Files.createDirectories(cached.resolve("snapshots").resolve(commit));
    Files.writeString(Files.createDirectories(cached.resolve("refs")).resolve("main"), commit);
    Path model = model();
    for (String name : names) {
      Files.copy(model.resolve(name), snapshot.resolve(name));
    }
  }

  /// Leaves a config, a tokenizer and weights that can be read as before.
  private static void change(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".json")) {
      Files.writeString(file, Files.readString(file) + " ");
    } else {
      bytes[bytes.length - 2000] ^= 1;
      Files.write(file, bytes);
    }
  }

  /// A folder of a model whose tokenizer is there, though nobody may use it.
  private Path model() throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    for (String name : List.of("open_clip_config.json", "open_clip_model.safetensors")) {
      Files.copy(TINY.resolve(name), model.resolve(name));
    }
    Files.writeString(model.resolve("tokenizer.json"), "{}");
    return model;
  }

  private ModelLoader offline() {
    return loader(new HubSettings(HUB, folder.resolve("hub"), Optional.empty(), true));
  }

  private ModelLoader offline(Processor processor) {
    HubSettings settings = new HubSettings(HUB, folder.resolve("hub"), Optional.empty(), true);
    return new ModelLoader(
        new Hub(settings), folder.resolve("cache"), (_, _, _) -> {}, notices::add, processor);
  }

  private ModelLoader loader(HubSettings settings) {
    return new ModelLoader(
        new Hub(settings), folder.resolve("cache"), (_, _, _) -> {}, notices::add);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
