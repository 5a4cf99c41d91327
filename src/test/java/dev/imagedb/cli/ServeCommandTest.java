package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a browser or another program gets from `imagedb serve`.
class ServeCommandTest {
  private static final Path SAMPLES = Path.of("samples/pictures/shapes").toAbsolutePath();
  private static final String MODEL = Path.of("samples/model").toAbsolutePath().toString();

  @TempDir static Path home;

  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    Gallery.drawIn(home);
    ImageIO.write(
        new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB),
        "tiff",
        home.resolve("photos/wide.tiff").toFile());
    CliRun.in(home, "index", "photos", SAMPLES.toString(), "--model", MODEL, "--db", "db", "-q");
    served = Served.in(home);
  }

  @AfterAll
  static void close() {
    served.close();
    assertThat(served.err().toString()).isEmpty();
  }

  @Test
  void printsTheAddressOfItsPage() {
    assertThat(served.address().toString()).matches("http://127\\.0\\.0\\.1:\\d+/");
    HttpResponse<byte[]> page = served.get("/");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(Served.text(page)).contains("<title>imagedb</title>");
  }

  @Test
  void findsPicturesByWords() {
    JsonObject found =
        served.json(
            "/api/search?limit=1&prompt=" + encoded("a brown arrow on a purple background"));

    JsonObject best = hits(found).getFirst();
    assertThat(best.get("path").getAsString()).endsWith("brown-arrow-on-purple.jpg");
    assertThat(best.get("rank").getAsInt()).isEqualTo(1);
    assertThat(best.get("id").getAsString()).matches("[0-9a-f]{32}");
    assertThat(found.get("total").getAsInt()).isGreaterThan(10);
  }

  @Test
  void hitsHaveTheFieldsOfTheCommandLine() {
    String line =
        CliRun.in(home, "search", "--db", "db", "--text", "harbour", "--jsonl", "-k", "1").done();
    JsonObject typed = JsonParser.parseString(line).getAsJsonObject();

    JsonObject hit = hits(served.json("/api/search?text=harbour&limit=1")).getFirst();

    assertThat(hit.remove("id")).isNotNull();
    assertThat(hit).isEqualTo(typed);
  }

  @Test
  void findsPicturesByOneThatIsSent() throws IOException {
    byte[] heart = Files.readAllBytes(SAMPLES.resolve("orange-heart-on-yellow.png"));

    JsonObject first =
        Served.object(served.post("/api/search?limit=2", heart, "Content-Type", "image/png"));
    String name = first.get("picture").getAsString();
    JsonObject again = served.json("/api/search?limit=2&picture=" + name);

    assertThat(path(hits(first).getFirst())).endsWith("orange-heart-on-yellow.png");
    assertThat(hits(again)).isEqualTo(hits(first));
  }

  @Test
  void findsMoreLikeAPictureOfTheDatabase() {
    String id = idOf("orange-heart-on-yellow.png");

    List<JsonObject> like = hits(served.json("/api/search?limit=3&like=" + id));

    assertThat(path(like.getFirst())).endsWith("orange-heart-on-yellow.png");
    assertThat(like).hasSize(3);
  }

  @Test
  void listsAllThatPassesFiltersInAnOrder() {
    List<JsonObject> drawn =
        hits(served.json("/api/search?sort=path&under=" + encoded(home.toString())));

    assertThat(drawn)
        .extracting(hit -> String.valueOf(Path.of(path(hit)).getFileName()))
        .containsExactly("broken.jpg", "dot.png", "wall.png", "wide.tiff");
    assertThat(drawn).noneMatch(hit -> hit.has("score"));
  }

  @Test
  void turnsPages() {
    JsonObject second = served.json("/api/search?sort=path&limit=2&offset=2");

    assertThat(second.get("offset").getAsInt()).isEqualTo(2);
    assertThat(hits(second)).extracting(hit -> hit.get("rank").getAsInt()).containsExactly(3, 4);
  }

  @Test
  void saysWhatMayHelpWhereNothingIsFound() {
    JsonObject nothing = served.json("/api/search?min-width=9999");

    assertThat(nothing.get("total").getAsInt()).isZero();
    assertThat(nothing.getAsJsonArray("notes").get(0).getAsString())
        .startsWith("nothing passes min-width 9999; without it there are");
  }

  @Test
  void countsByFacets() {
    JsonObject all = served.json("/api/facets?under=" + encoded(home.toString()));
    JsonObject one = served.json("/api/facets?facet=ext&limit=1");

    assertThat(all.keySet())
        .containsExactly(
            "camera", "year", "lens", "folder", "place", "ext", "keywords", "labels", "rating");
    assertThat(all.getAsJsonObject("ext").getAsJsonArray("values").get(0).toString())
        .isEqualTo("{\"value\":\"png\",\"count\":2}");
    assertThat(one.keySet()).containsExactly("ext");
    assertThat(one.getAsJsonObject("ext").getAsJsonArray("values")).hasSize(1);
  }

  @Test
  void tellsTheDatabaseInNumbers() {
    JsonObject typed =
        JsonParser.parseString(CliRun.in(home, "status", "--db", "db", "--json").done())
            .getAsJsonObject();
    typed.remove("bytes"); // thumbnails may come meanwhile

    JsonObject status = served.json("/api/status");

    status.remove("bytes");
    assertThat(status).isEqualTo(typed);
  }

  @Test
  void tellsAllThatIsKnownOfAPicture() {
    String id = idOf("brown-arrow-on-purple.jpg");
    String path = SAMPLES.resolve("brown-arrow-on-purple.jpg").toString();
    JsonObject typed =
        JsonParser.parseString(CliRun.in(home, "show", path, "--db", "db", "--json").done())
            .getAsJsonObject();

    JsonObject details = served.json("/api/photos/" + id);

    assertThat(details.remove("id").getAsString()).isEqualTo(id);
    assertThat(details).isEqualTo(typed);
  }

  @Test
  void showsAPictureSmall() throws IOException {
    HttpResponse<byte[]> small =
        served.get("/api/photos/" + idOf("brown-arrow-on-purple.jpg") + "/thumbnail");

    assertThat(small.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(small.headers().firstValue("Cache-Control"))
        .contains("private, max-age=31536000, immutable");
    assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
        .isLessThanOrEqualTo(320);
  }

  @Test
  void sendsAPictureAsItIs() throws IOException {
    byte[] bytes = Files.readAllBytes(home.resolve("photos/dot.png"));
    String address = "/api/photos/" + idOf("dot.png") + "/file";

    HttpResponse<byte[]> whole = served.get(address);
    HttpResponse<byte[]> part = served.get(address, "Range", "bytes=10-19");
    String version = whole.headers().firstValue("ETag").orElseThrow();

    assertThat(whole.body()).isEqualTo(bytes);
    assertThat(whole.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + bytes.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
    assertThat(served.get(address, "If-None-Match", version).statusCode()).isEqualTo(304);
  }

  @Test
  void convertsWhatBrowsersDoNotShow() throws IOException {
    HttpResponse<byte[]> shown = served.get("/api/photos/" + idOf("wide.tiff") + "/file");

    assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth()).isEqualTo(20);
  }

  @Test
  void answersAHeadWithoutABody() {
    HttpResponse<byte[]> head = served.send(served.request("/api/status").HEAD());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
  }

  @Test
  void describesItself() {
    assertThat(served.json("/api/openapi.json").get("openapi").getAsString()).isEqualTo("3.1.0");
  }

  @Test
  void seesWhatIsIndexedMeanwhile() throws IOException {
    Path more = Files.createDirectories(home.resolve("more"));
    ImageIO.write(
        new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB),
        "png",
        more.resolve("late.png").toFile());
    String search = "/api/search?text=late";
    assertThat(served.json(search).get("total").getAsInt()).isZero();

    CliRun.in(home, "index", "more", "--db", "db", "-q").was(0, "", "");
    assertThat(served.json(search).get("total").getAsInt()).isEqualTo(1);

    CliRun.in(home, "remove", "more", "--db", "db", "-q");
    assertThat(served.json(search).get("total").getAsInt()).isZero();
  }

  private static String idOf(String name) {
    return hits(served.json("/api/search?sort=path&limit=1000")).stream()
        .filter(hit -> path(hit).endsWith("/" + name))
        .map(hit -> hit.get("id").getAsString())
        .findFirst()
        .orElseThrow();
  }

  private static String path(JsonObject hit) {
    return hit.get("path").getAsString();
  }

  private static List<JsonObject> hits(JsonObject found) {
    JsonArray hits = found.getAsJsonArray("hits");
    return StreamSupport.stream(hits.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
