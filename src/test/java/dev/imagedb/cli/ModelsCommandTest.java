package dev.imagedb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  private static final Path TINY =
      Path.of("src/test/resources/dev/imagedb/embed/openclip/quick-gelu");
  private static final String FIRST = "1".repeat(40);
  private static final String SECOND = "2".repeat(40);
  private static final String CARD = "---\ntags: [clip]\nlicense: apache-2.0\n---\n# A model\n";

  @TempDir Path folder;

  @Test
  void listsWhatIsHereAndShortNames() throws Exception {
    cache(FIRST, "main", CARD);

    assertThat(run("models").done())
        .startsWith("Here\n  builtin ")
        .containsPattern("  org/name +\\d+\\.\\d kB in .*snapshots/" + FIRST)
        .containsPattern("  vit-b-32 +laion/CLIP-ViT-B-32-laion2B-s34B-b79K: the default")
        .doesNotContain("laion2b_s34b_b79k")
        .isEqualTo(run("models", "list").done());
    assertThat(run("models", "--known").done())
        .containsPattern("ViT-B-32/laion2b_s34b_b79k +laion/CLIP-ViT-B-32-laion2B-s34B-b79K");
  }

  @Test
  void listsAsJson() throws Exception {
    cache(FIRST, "main", CARD);
    cache(SECOND, "v2", "# Another card\n");

    JsonObject list = json("models", "list", "--json");
    assertThat(list.getAsJsonArray("here"))
        .extracting(model -> model.getAsJsonObject().get("model").getAsString())
        .containsExactly("org/name", "org/name@v2");
    assertThat(list.getAsJsonArray("here").get(0).getAsJsonObject().get("complete").getAsBoolean())
        .isTrue();
    assertThat(list.getAsJsonArray("known").size()).isGreaterThan(180);
  }

  @Test
  void showsWhatAModelIs() throws Exception {
    cache(FIRST, "main", CARD);

    JsonObject info = json("models", "info", "org/name", "--json");
    assertThat(info.get("imageTower").getAsString())
        .isEqualTo("vision transformer, 2 layers of width 16, patches of 8 pixels");
    assertThat(info.get("textTower").getAsString()).isEqualTo("transformer, 2 layers of width 16");
    assertThat(info.get("dimension").getAsInt()).isEqualTo(12);
    assertThat(info.get("contextLength").getAsInt()).isEqualTo(12);
    assertThat(info.get("storedAs").getAsString()).isEqualTo("F32");
    assertThat(info.get("licence").getAsString()).isEqualTo("apache-2.0");
    assertThat(run("models", "info", "org/name").done())
        .contains("licence        apache-2.0\n")
        .contains("context        12 tokens\n");
  }

  @Test
  void showsThatNoLicenceIsStated() {
    assertThat(run("models", "info", "builtin").done())
        .contains("model          builtin\n")
        .contains("image tower    ResNet, blocks 1-2-2-2, width 32\n")
        .contains("licence        not stated\n");
  }

  @Test
  void verifiesTheBuiltInModelAgainstTheReference() {
    JsonObject verified = json("models", "verify", "builtin", "--json");

    assertThat(verified.get("sound").getAsBoolean()).isTrue();
    assertThat(verified.get("forwardPass").getAsString()).isEqualTo("golden");
    assertThat(verified.get("worstDifference").getAsDouble()).isLessThan(1e-4);
  }

  @Test
  void findsADamagedFileByItsHash() throws Exception {
    Path snapshot = cache(FIRST, "main", CARD);
    byte[] weights = Files.readAllBytes(snapshot.resolve("open_clip_model.safetensors"));
    weights[weights.length - 1] ^= 1;
    Files.write(snapshot.resolve("open_clip_model.safetensors"), weights);

    CliRun run = run("models", "verify", "org/name");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("README.md +intact\n")
        .containsPattern("open_clip_model.safetensors +DAMAGED\n")
        .containsPattern("forward pass +not done\n");
  }

  @Test
  void removesARevisionAndKeepsWhatAnotherUses() throws Exception {
    cache(FIRST, "main", CARD);
    Path second = cache(SECOND, "v2", "# Another card\n");

    JsonObject removed = json("models", "remove", "org/name", "--json");

    assertThat(removed.get("freed").getAsLong()).isEqualTo(CARD.length());
    assertThat(second.resolve("open_clip_model.safetensors")).isRegularFile();
    assertThat(models()).containsExactly("org/name@v2");
  }

  @Test
  void removesAllThatTheLastRevisionLeaves() throws Exception {
    cache(FIRST, "main", CARD);

    assertThat(run("models", "remove", "org/name").err())
        .matches("removed org/name: \\d+\\.\\d kB freed\n");
    assertThat(folder.resolve("hub/models--org--name")).doesNotExist();
    run("models", "remove", "org/name")
        .failed(
            1,
            "imagedb: the model org/name is not in the cache",
            "  try: imagedb models pull org/name");
  }

  @Test
  void neverRemovesAFolder() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));

    CliRun run = run("models", "remove", own.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(own + " is a folder, no model of the hub: it is not removed");
    assertThat(own).isDirectory();
  }

  @Test
  void pullsNothingOffline() {
    CliRun run = run("models", "pull", "vit-b-32");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(
            "imagedb: the model laion/CLIP-ViT-B-32-laion2B-s34B-b79K cannot be fetched:"
                + " HF_HUB_OFFLINE is set, so nothing is fetched\n");
  }

  private List<String> models() {
    return json("models", "--json").getAsJsonArray("here").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(model -> model.get("model").getAsString())
        .toList();
  }

  private JsonObject json(String... arguments) {
    return JsonParser.parseString(run(arguments).done()).getAsJsonObject();
  }

  private CliRun run(String... arguments) {
    return CliRun.in(
        folder,
        Map.of("HF_HUB_CACHE", folder.resolve("hub").toString(), "HF_HUB_OFFLINE", "1"),
        arguments);
  }

  /// Keeps a revision of `org/name` as huggingface_hub does.
  private Path cache(String commit, String revision, String card)
      throws IOException, NoSuchAlgorithmException {
    Path model = folder.resolve("hub/models--org--name");
    Path snapshot = Files.createDirectories(model.resolve("snapshots").resolve(commit));
    Files.writeString(Files.createDirectories(model.resolve("refs")).resolve(revision), commit);
    for (String name : List.of("open_clip_config.json", "open_clip_model.safetensors")) {
      keep(model, snapshot.resolve(name), Files.readAllBytes(TINY.resolve(name)));
    }
    keep(model, snapshot.resolve("tokenizer.json"), "{}".getBytes(UTF_8));
    keep(model, snapshot.resolve("README.md"), card.getBytes(UTF_8));
    return snapshot;
  }

  private static void keep(Path model, Path pointer, byte[] bytes)
      throws IOException, NoSuchAlgorithmException {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Path blob = Files.createDirectories(model.resolve("blobs")).resolve(hash);
    Files.write(blob, bytes);
    Files.createSymbolicLink(pointer, Path.of("../../blobs", hash));
  }
}
