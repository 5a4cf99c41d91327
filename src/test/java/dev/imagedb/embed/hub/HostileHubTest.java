package dev.imagedb.embed.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagedb.embed.hub.FetchResult.Fetched;
import dev.imagedb.embed.hub.FetchResult.Unreachable;
import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A hub that lies, or somebody in its place.
@Timeout(30)
final class HostileHubTest {
  private static final String CONFIG = "open_clip_config.json";
  private static final String WEIGHTS = "open_clip_model.safetensors";
  private static final OnHub MODEL = new OnHub("org/name", "main");

  @TempDir Path folder;

  private final FakeHub server =
      new FakeHub()
          .small(CONFIG, "{}")
          .small("tokenizer.json", "{}")
          .large(WEIGHTS, new byte[100_000]);

  private Path cache;

  @BeforeEach
  void makeCache() throws IOException {
    cache = Files.createDirectory(folder.resolve("cache"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void stopsReadingBytesThatHaveNoEnd() throws IOException {
    server.endless = true;

    assertThat(refusal())
        .isEqualTo(
            "open_clip_model.safetensors came with more than the 100000 bytes that the hub tells of it");
    assertThat(bytesIn(cache)).isLessThan(200_000);
  }

  @Test
  void keepsNothingOfAnAnswerThatIsLongerThanItShouldBe() {
    server.damaged.put(CONFIG, "{\"model_cfg\": {}}".getBytes(UTF_8));
    server.lies.put("X-Linked-Size", "2");

    assertThat(refusal())
        .isEqualTo(
            "open_clip_config.json came with more than the 2 bytes that the hub tells of it");
  }

  @Test
  void fetchesNoSmallFileThatIsLarge() throws IOException {
    server.lies.put("X-Linked-Size", "1073741824");

    assertThat(refusal())
        .isEqualTo("open_clip_config.json of org/name has 1024 MB, more than any OpenCLIP model's");
    assertThat(bytesIn(cache)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", "99999999999999999999", "1e3"})
  void takesALengthThatIsNoneForNoHub(String length) {
    FakeHub large = server.large(CONFIG, new byte[10]);
    large.lies.put("X-Linked-Size", length);
    large.lies.put("Location", "http://elsewhere.invalid/");

    assertThat(unreachable()).endsWith("does not answer as a Hugging Face hub would");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://elsewhere.invalid/x",
        "jar:http://elsewhere.invalid/x.jar!/x",
        "javascript:alert(1)",
        "http://",
        "http:///nowhere",
        "http://a b/",
        "ht!tp://x"
      })
  void followsNoRedirectToWhatIsNoPage(String location) {
    server.lies.put("Location", location);

    assertThat(unreachable()).contains(" redirects to " + location + ", which is not followed");
  }

  @Test
  void followsNoRedirectsWithoutEnd() {
    server.lies.put("Location", "/again/" + CONFIG);

    assertThat(unreachable()).contains("redirects without end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil/name",
        "org/..",
        "org/../..",
        "org/name@../../x",
        "org/name@a/../../b",
        "org/name@/etc",
        "org\\name/x",
        "org/name@main\n",
        "org/na\u0000me"
      })
  void namesNoModelOutsideOfItsCache(String name) {
    assertThat(
            catchThrowableOfType(UserException.class, () -> ModelReference.parse("hf-hub:" + name)))
        .hasMessageContaining("is neither a folder nor the name of a model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "refs", "snapshots"})
  void deletesNothingThatALinkInTheCacheLeadsTo(String part) throws IOException {
    fetch();
    Path model = cache.resolve("models--org--name");
    Path there = Files.createDirectory(folder.resolve("there"));
    Files.createSymbolicLink(there.resolve("blobs"), model.resolve("blobs"));
    Path elsewhere = there.resolve("own-" + part);
    Files.move(model.resolve(part), elsewhere);
    Files.writeString(elsewhere.resolve("precious"), "a letter");
    Files.createSymbolicLink(model.resolve(part), elsewhere);
    CacheInventory inventory = new CacheInventory(settings());
    CachedModel cached = inventory.model(MODEL).orElseThrow();

    assertThat(catchThrowableOfType(UserException.class, () -> inventory.remove(cached)))
        .hasMessageContaining(part + " is a link to elsewhere, where nothing is deleted");
    assertThat(elsewhere.resolve("precious")).hasContent("a letter");
  }

  @Test
  void deletesALinkRatherThanWhatItLeadsTo() throws IOException {
    Path snapshot = fetch();
    Path precious = Files.writeString(folder.resolve("precious"), "a letter");
    Files.createSymbolicLink(snapshot.resolve("link"), precious);
    CacheInventory inventory = new CacheInventory(settings());

    inventory.remove(inventory.model(MODEL).orElseThrow());

    assertThat(precious).hasContent("a letter");
    assertThat(snapshot).doesNotExist();
  }

  private Path fetch() {
    return switch (result()) {
      case Fetched(Path snapshot) -> snapshot;
      case Unreachable(String reason) -> throw new AssertionError(reason);
    };
  }

  private String unreachable() {
    return switch (result()) {
      case Fetched(Path snapshot) -> throw new AssertionError("fetched " + snapshot);
      case Unreachable(String reason) -> reason;
    };
  }

  private String refusal() {
    return String.valueOf(catchThrowableOfType(UserException.class, this::result).getMessage());
  }

  private FetchResult result() {
    Hub hub = new Hub(settings(), _ -> {}, Duration.ofSeconds(10));
    return hub.fetch(MODEL, new FakeFormat(), (_, _, _) -> {});
  }

  private HubSettings settings() {
    return new HubSettings(server.endpoint(), cache, Optional.empty(), false);
  }

  private static long bytesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
