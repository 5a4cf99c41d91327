package dev.imagedb.embed.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagedb.embed.hub.FetchResult.Fetched;
import dev.imagedb.embed.hub.FetchResult.Unreachable;
import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HubTest {
  private static final String CONFIG = "open_clip_config.json";
  private static final String WEIGHTS = "open_clip_model.safetensors";
  private static final OnHub MODEL = new OnHub("org/name", "main");

  @TempDir Path cache;

  private final FakeHub server =
      new FakeHub()
          .small(CONFIG, "{\"model_cfg\": {}}")
          .small("tokenizer.json", "{}")
          .large(WEIGHTS, randomBytes(300_000));
  private final List<Duration> pauses = new ArrayList<>();
  private final FakeFormat format = new FakeFormat();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void laysFilesOutAsPythonDoes() throws IOException {
    Path folder = fetch();

    Path model = cache.resolve("models--org--name");
    assertThat(folder).isEqualTo(model.resolve("snapshots").resolve(FakeHub.COMMIT));
    assertThat(model.resolve("refs/main")).hasContent(FakeHub.COMMIT);
    assertThat(Files.readSymbolicLink(folder.resolve(WEIGHTS)))
        .isEqualTo(Path.of("../../blobs/" + server.etag(WEIGHTS)));
    assertThat(model.resolve("blobs/" + server.etag(CONFIG))).hasContent("{\"model_cfg\": {}}");
    assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(server.bytes(WEIGHTS));
    assertThat(list(folder)).containsExactly(CONFIG, WEIGHTS, "tokenizer.json");
    assertThat(list(model.resolve("blobs"))).noneMatch(name -> name.endsWith(".incomplete"));
  }

  @Test
  void findsWhatItFetchedWithoutAConnection() {
    assertThat(hub().cached(MODEL)).isEmpty();
    Path folder = fetch();
    server.close();

    assertThat(hub().cached(MODEL)).contains(folder);
    assertThat(hub().cached(new OnHub("org/name", FakeHub.COMMIT))).contains(folder);
    assertThat(hub().cached(new OnHub("org/name", "other"))).isEmpty();
    assertThat(hub().cached(new OnHub("org/other", "main"))).isEmpty();
  }

  @Test
  void takesAModelWithoutItsWeightsForNotThere() throws IOException {
    Path folder = fetch();
    Files.delete(folder.resolve(WEIGHTS));

    assertThat(hub().cached(MODEL)).isEmpty();
  }

  @Test
  void fetchesNothingTwice() {
    fetch();
    server.requests.clear();
    fetch();

    assertThat(server.lines()).allMatch(line -> line.startsWith("HEAD hub"));
  }

  @Test
  void takesVocabularyAndMergesWhereThereIsNoTokenizerFile() throws IOException {
    try (FakeHub older =
        new FakeHub()
            .small(CONFIG, "{}")
            .small("vocab.json", "{}")
            .small("merges.txt", "#")
            .large(WEIGHTS, new byte[] {1})) {
      assertThat(list(folderOf(hub(settings(older.endpoint())).fetch(MODEL, format, this::ignore))))
          .containsExactly("merges.txt", CONFIG, WEIGHTS, "vocab.json");
    }
  }

  @Test
  void tellsHowFarItIs() {
    List<String> steps = new ArrayList<>();
    hub().fetch(MODEL, format, (file, bytes, total) -> steps.add(file + " " + bytes + "/" + total));

    assertThat(steps)
        .contains(CONFIG + " 17/17", WEIGHTS + " 0/300000", WEIGHTS + " 300000/300000");
  }

  @Test
  void goesOnWhereTheConnectionBroke() {
    server.cuts.addAll(List.of(100_000, 50_000));
    Path folder = fetch();

    assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(server.bytes(WEIGHTS));
    assertThat(server.requests)
        .filteredOn(request -> request.line().equals("GET store " + WEIGHTS))
        .extracting(FakeHub.Request::range)
        .hasSize(3)
        .satisfies(
            ranges -> {
              // What was on its way when a connection broke may be lost with it.
              assertThat(ranges.getFirst()).isNull();
              assertThat(ranges.subList(1, 3)).allMatch(range -> range.matches("bytes=[1-9]\\d*-"));
            });
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void goesOnInALaterRun() throws IOException {
    server.cuts.addAll(List.of(100_000, 0, 0, 0, 0));
    assertThatThrownBy(() -> hub().fetch(MODEL, format, this::ignore))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "the download of org/name from " + server.endpoint() + " broke off: ");
    server.requests.clear();
    Path begun =
        cache.resolve("models--org--name/blobs").resolve(server.etag(WEIGHTS) + ".incomplete");
    long here = Files.size(begun);
    fetch();

    assertThat(here).isPositive();
    assertThat(server.requests)
        .filteredOn(request -> request.line().equals("GET store " + WEIGHTS))
        .extracting(FakeHub.Request::range)
        .containsExactly("bytes=" + here + "-");
  }

  @Test
  void beginsAnewWhereTheServerKnowsNoRanges() {
    server.knowsRanges = false;
    server.cuts.add(100_000);

    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(server.bytes(WEIGHTS));
  }

  @Test
  void deletesWhatCameDamaged() throws IOException {
    byte[] wrong = server.bytes(WEIGHTS).clone();
    wrong[200_000] ^= 1;
    server.damaged.put(WEIGHTS, wrong);

    assertThatThrownBy(() -> hub().fetch(MODEL, format, this::ignore))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(WEIGHTS + " of org/name came damaged: its checksum is ")
        .hasMessageEndingWith("not " + server.etag(WEIGHTS));
    assertThat(hub().cached(MODEL)).isEmpty();
    assertThat(list(cache.resolve("models--org--name/blobs")))
        .noneMatch(name -> name.startsWith(server.etag(WEIGHTS)));

    server.damaged.clear();
    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(server.bytes(WEIGHTS));
  }

  @Test
  void checksSmallFilesToo() {
    server.damaged.put(CONFIG, "{\"model_cfg\": []}".getBytes(UTF_8));

    assertThatThrownBy(() -> hub().fetch(MODEL, format, this::ignore))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(CONFIG + " of org/name came damaged");
  }

  @Test
  void breaksOffADownloadThatStandsStill() {
    server.stalls = true;
    server.cuts.addAll(List.of(100_000, 0, 0, 0, 0));
    Hub hub = new Hub(settings(server.endpoint()), pauses::add, Duration.ofMillis(200));

    assertThatThrownBy(() -> hub.fetch(MODEL, format, this::ignore))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith("broke off: next to nothing came any more");
  }

  @Test
  void showsItsTokenToTheHubAlone() {
    HubSettings settings = new HubSettings(server.endpoint(), cache, Optional.of("hf_x"), false);
    hub(settings).fetch(MODEL, format, this::ignore);

    assertThat(server.requests)
        .allSatisfy(
            request ->
                assertThat(request.authorization())
                    .isEqualTo(request.line().contains(" hub ") ? "Bearer hf_x" : null));
    assertThat(server.lines()).contains("GET store " + WEIGHTS);
    assertThat(settings.toString()).doesNotContain("hf_x");
  }

  @Test
  void saysThatThereIsNoSuchModel() {
    server.failing(401, Map.of("X-Error-Code", "RepoNotFound"));

    assertThat(refusal())
        .hasMessage(server.endpoint() + " has no model \"org/name\", or it is private");
  }

  @Test
  void saysThatThereIsNoSuchRevision() {
    server.failing(404, Map.of("X-Error-Code", "RevisionNotFound"));

    assertThat(refusal()).hasMessage("org/name has no revision \"main\"");
  }

  @Test
  void saysWhereToAskForAGatedModel() {
    server.failing(403, Map.of("X-Error-Code", "GatedRepo"));

    assertThat(refusal().hint())
        .contains("Ask for access at " + server.endpoint() + "/org/name, then set HF_TOKEN.");
  }

  @Test
  void saysThatTheTokenIsNotAccepted() {
    server.failing(401, Map.of());
    HubSettings settings = new HubSettings(server.endpoint(), cache, Optional.of("hf_x"), false);

    assertThatThrownBy(() -> hub(settings).fetch(MODEL, format, this::ignore))
        .hasMessage(server.endpoint() + " does not accept the token for org/name (401)");
  }

  @Test
  void waitsAsLongAsTheHubAsks() {
    server.failing(429, Map.of("Retry-After", "7")).failing(503, Map.of());
    fetch();

    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
  }

  @Test
  void givesUpOnAHubThatStaysBusy() {
    for (int i = 0; i < 5; i++) {
      server.failing(429, Map.of());
    }

    assertThat(refusal()).hasMessage(server.endpoint() + " asks to wait: too many requests (429)");
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void refusesAModelThatIsNoOpenClipModel() {
    try (FakeHub other = new FakeHub().small("config.json", "{}")) {
      assertThatThrownBy(() -> hub(settings(other.endpoint())).fetch(MODEL, format, this::ignore))
          .hasMessage("org/name is no OpenCLIP model: it has no open_clip_config.json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open_clip_pytorch_model.bin", "open_clip_model.pt", "pytorch_model.bin"})
  void refusesPickles(String pickle) {
    try (FakeHub other = new FakeHub().small(CONFIG, "{}").large(pickle, new byte[9])) {
      assertThatThrownBy(() -> hub(settings(other.endpoint())).fetch(MODEL, format, this::ignore))
          .hasMessageStartingWith("org/name has its weights only as " + pickle);
      assertThat(other.lines()).noneMatch(line -> line.startsWith("GET"));
    }
  }

  @Test
  void fetchesNothingOfAModelThatIsNotSupported() {
    try (FakeHub other =
        new FakeHub()
            .small(CONFIG, "alien")
            .small("tokenizer.json", "{}")
            .large(WEIGHTS, new byte[9])) {
      assertThatThrownBy(() -> hub(settings(other.endpoint())).fetch(MODEL, format, this::ignore))
          .hasMessage("alien is not supported");
      assertThat(other.lines())
          .filteredOn(line -> line.startsWith("GET"))
          .containsExactly("GET hub " + CONFIG);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open_clip_model.safetensors.index.json", "model.safetensors.index.json"})
  void fetchesWeightsThatAreSplit(String index) throws IOException {
    try (FakeHub split =
        new FakeHub()
            .small(CONFIG, "{}")
            .small("tokenizer.json", "{}")
            .small(index, "a-1-of-2.safetensors\na-2-of-2.safetensors\n")
            .large("a-1-of-2.safetensors", randomBytes(1000))
            .large("a-2-of-2.safetensors", randomBytes(2000))) {
      Hub hub = hub(settings(split.endpoint()));
      Path folder = folderOf(hub.fetch(MODEL, format, this::ignore));

      assertThat(list(folder))
          .containsExactlyInAnyOrder(
              CONFIG, "tokenizer.json", index, "a-1-of-2.safetensors", "a-2-of-2.safetensors");
      assertThat(folder.resolve("a-2-of-2.safetensors")).hasSize(2000);
      assertThat(hub.cached(MODEL)).contains(folder);
    }
  }

  @Test
  void saysWhichPartOfSplitWeightsIsMissing() {
    try (FakeHub split =
        new FakeHub()
            .small(CONFIG, "{}")
            .small("open_clip_model.safetensors.index.json", "a-1-of-1.safetensors")) {
      assertThatThrownBy(() -> hub(settings(split.endpoint())).fetch(MODEL, format, this::ignore))
          .hasMessage("org/name lacks a-1-of-1.safetensors, a part of its weights");
    }
  }

  @Test
  void asksNobodyWhereItIsOffline() {
    HubSettings offline = new HubSettings(server.endpoint(), cache, Optional.empty(), true);

    assertThat(hub(offline).fetch(MODEL, format, this::ignore))
        .isEqualTo(new Unreachable("HF_HUB_OFFLINE is set, so nothing is fetched"));
    assertThat(server.requests).isEmpty();
  }

  @Test
  @Timeout(5)
  void findsOutSoonThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(
            hub(settings(URI.create("http://127.0.0.1:" + port)))
                .fetch(MODEL, format, this::ignore))
        .isInstanceOfSatisfying(
            Unreachable.class,
            it -> assertThat(it.reason()).startsWith("http://127.0.0.1:" + port));
    assertThat(pauses).isEmpty();
  }

  @Test
  void findsOutWithinThreeSecondsThatNobodyAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket _ = new Socket(silent.getInetAddress(), silent.getLocalPort());
        Socket _ = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
      URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      Instant start = Instant.now();

      FetchResult result = hub(settings(endpoint)).fetch(MODEL, format, this::ignore);

      assumeTrue(
          Duration.between(start, Instant.now()).toSeconds() < 9,
          "this system lets connections in beyond a server's backlog");
      assertThat(result)
          .isEqualTo(new Unreachable(endpoint + " cannot be reached: no answer within 3 seconds"));
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void takesAGatewayThatDeniesForNoHub() {
    server.failing(404, Map.of());

    assertThat(hub().fetch(MODEL, format, this::ignore))
        .isEqualTo(
            new Unreachable(server.endpoint() + " does not answer as a Hugging Face hub would"));
  }

  @Test
  void takesALogInPageForNoHub() {
    server.failing(200, Map.of("Content-Type", "text/html"));

    assertThat(hub().fetch(MODEL, format, this::ignore))
        .isEqualTo(
            new Unreachable(server.endpoint() + " does not answer as a Hugging Face hub would"));
  }

  @Test
  void letsOneOfSeveralThreadsFetch() throws Exception {
    Callable<FetchResult> fetch = () -> hub().fetch(MODEL, format, this::ignore);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<FetchResult> result : threads.invokeAll(List.of(fetch, fetch, fetch))) {
        assertThat(folderOf(result.get()).resolve(WEIGHTS)).hasBinaryContent(server.bytes(WEIGHTS));
      }
    }

    assertThat(server.lines()).containsOnlyOnce("GET store " + WEIGHTS);
  }

  @Test
  void saysThatItsCacheCannotBeWritten() throws IOException {
    Path file = Files.writeString(cache.resolve("file"), "in the way");
    HubSettings settings = new HubSettings(server.endpoint(), file, Optional.empty(), false);

    assertThatThrownBy(() -> hub(settings).fetch(MODEL, format, this::ignore))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("the model cache " + file)
        .hasMessageContaining("cannot be written");
  }

  private Path fetch() {
    return folderOf(hub().fetch(MODEL, format, this::ignore));
  }

  private UserException refusal() {
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> hub().fetch(MODEL, format, this::ignore));
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.FAILED);
    return refusal;
  }

  private Hub hub() {
    return hub(settings(server.endpoint()));
  }

  private Hub hub(HubSettings settings) {
    return new Hub(settings, pauses::add, Duration.ofSeconds(10));
  }

  private HubSettings settings(URI endpoint) {
    return new HubSettings(endpoint, cache, Optional.empty(), false);
  }

  private void ignore(String file, long bytes, long total) {
    assertThat(bytes).isLessThanOrEqualTo(total);
  }

  private static Path folderOf(FetchResult result) {
    return switch (result) {
      case Fetched(Path folder) -> folder;
      case Unreachable(String reason) -> throw new AssertionError(reason);
    };
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
