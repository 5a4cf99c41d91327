package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `imagedb serve` refuses, and how it says so.
class ServeRefusalsTest {
  private static final String MODEL = Path.of("samples/model").toAbsolutePath().toString();
  private static final String TOKEN = "an-open-secret-of-ours";
  private static final String NOBODY = "0".repeat(32);

  @TempDir static Path home;

  private static Served open;
  private static Served closed;

  @BeforeAll
  static void serve() throws IOException {
    Gallery.drawIn(home);
    CliRun.in(home, "index", "photos", "--model", MODEL, "--db", "db", "-q");
    open = Served.in(home);
    closed = Served.in(home, "--token", TOKEN);
  }

  @AfterAll
  static void close() {
    open.close();
    closed.close();
    assertThat(open.err().toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "/api/search?sort=colour   | 400 | Invalid value for option 'sort'",
        "/api/search?rating=9      | 400 | rating is 9, expected 1 to 5",
        "/api/search?where=camra:x | 400 | where: there is no field \"camra\"",
        "/api/search?colour=red    | 400 | there is no parameter \"colour\"",
        "/api/search?image=/etc/passwd   | 400 | there is no parameter \"image\"",
        "/api/search?queries=/etc/passwd | 400 | there is no parameter \"queries\"",
        "/api/search?limit=1001    | 400 | limit is 1001, expected 1000 or less",
        "/api/search?prompt=%      | 400 | -",
        "/api/search?like=x        | 404 | there is no picture x",
        "/api/search?picture=x     | 404 | the picture that was sent is not kept any more",
        "/api/search?offset=99     | 422 | offset 99 is past the end: 3 match",
        "/api/photos/x             | 404 | there is no picture x",
        "/api/photos/x/file        | 404 | there is no picture x",
        "/api/photos/../search     | 404 | there is nothing at",
        "/nothing                  | 404 | there is nothing at /nothing",
        "/app.js/                  | 404 | there is nothing at /app.js/",
        "/page/app.js              | 404 | there is nothing at /page/app.js",
      })
  void saysWhyInOneLine(String path, int status, String reason) {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(open.raw(request)).startsWith("HTTP/1.1 " + status);
    if (reason != null) {
      HttpResponse<byte[]> answer = open.get(path);
      JsonObject problem = Served.object(answer);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(problem.get("status").getAsInt()).isEqualTo(status);
      assertThat(problem.get("detail").getAsString()).startsWith(reason).doesNotContain("\n");
    }
  }

  @Test
  void takesOnlyGetHeadAndPost() {
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH")) {
      HttpResponse<byte[]> answer =
          open.send(open.request("/api/search").method(method, BodyPublishers.noBody()));
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
    }
    assertThat(open.post("/api/status", new byte[0]).headers().firstValue("Allow"))
        .contains("GET, HEAD");
  }

  @Test
  void refusesNamesThatAreNotOurs() {
    for (String host : List.of("evil.example", "localhost.evil.example:80", "", "a b", "[::1")) {
      assertThat(open.raw("GET /api/status HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
          .as(host)
          .matches("HTTP/1.1 4(21|00).*");
    }
    for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:80", "[::1]:7373")) {
      assertThat(open.raw("GET /api/status HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
          .as(host)
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void refusesPagesOfOtherSites() {
    assertThat(status("/api/status", "Origin", "http://evil.example")).isEqualTo(403);
    assertThat(status("/api/status", "Origin", "null")).isEqualTo(403);
    assertThat(status("/api/status", "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(status("/api/status", "Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(status("/", "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(
            status(
                "/",
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "document"))
        .isEqualTo(200);
    assertThat(status("/api/status", "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
  }

  @Test
  void wantsTheTokenWhereThereIsOne() {
    assertThat(closed.address().toString()).endsWith("/?token=" + TOKEN);
    HttpResponse<byte[]> refused = closed.get("/api/status");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(closed.get("/?token=another").statusCode()).isEqualTo(401);
    assertThat(closed.get("/api/status?token=" + TOKEN).statusCode()).isEqualTo(401);
    assertThat(closed.get("/api/status", "Authorization", "Bearer no").statusCode()).isEqualTo(401);
    assertThat(closed.get("/api/status", "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsTheTokenInACookie() {
    HttpResponse<byte[]> first = closed.get("/?token=" + TOKEN);
    String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("Location")).contains("/");
    assertThat(cookie)
        .isEqualTo(
            "imagedb-%d=%s; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"
                .formatted(closed.address().getPort(), TOKEN));
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(closed.get("/", "Cookie", "a=b; " + pair).statusCode()).isEqualTo(200);
  }

  @Test
  void takesPicturesOnly() {
    byte[] words = "no picture".getBytes(StandardCharsets.UTF_8);

    HttpResponse<byte[]> asText = open.post("/api/search", words, "Content-Type", "text/plain");
    HttpResponse<byte[]> asPicture = open.post("/api/search", words, "Content-Type", "image/png");

    assertThat(asText.statusCode()).isEqualTo(415);
    assertThat(asPicture.statusCode()).isEqualTo(422);
    assertThat(Served.object(asPicture).get("detail").getAsString())
        .isEqualTo("cannot use the picture that was sent: its first bytes are no picture's");
  }

  @Test
  void refusesWhatIsTooLargeBeforeItIsThere() {
    String head = "POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n";
    assertThat(open.raw(head + "Content-Length: 999999999\r\n\r\n")).startsWith("HTTP/1.1 413");
    assertThat(open.get("/api/search?text=" + "a".repeat(9_000)).statusCode()).isEqualTo(414);
  }

  @Test
  void neverSendsAnythingButPicturesOfTheDatabase() throws IOException {
    Path dot = home.resolve("photos/dot.png");
    String address = "/api/photos/" + idOf("dot.png") + "/file";
    byte[] picture = Files.readAllBytes(dot);
    Path secret = Files.write(home.resolve("secret.png"), Files.readAllBytes(dot));
    Files.write(secret, new byte[] {0}, StandardOpenOption.APPEND);
    try {
      Files.delete(dot);
      assertThat(status(address)).isEqualTo(404);

      Files.createSymbolicLink(dot, secret);
      assertThat(status(address)).isEqualTo(404);

      Files.delete(dot);
      Files.writeString(dot, "no picture any more, though it lies where one was");
      assertThat(status(address)).isEqualTo(404);
    } finally {
      Files.deleteIfExists(dot);
      Files.write(dot, picture);
    }
    assertThat(status(address)).isEqualTo(200);
  }

  @Test
  void saysWhatCannotBeShown() {
    HttpResponse<byte[]> none = open.get("/api/photos/" + idOf("broken.jpg") + "/thumbnail");

    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(status("/api/photos/" + NOBODY)).isEqualTo(404);
    assertThat(status("/api/photos/" + idOf("wall.png") + "/file", "Range", "bytes=999999-"))
        .isEqualTo(416);
  }

  @Test
  void tellsBrowsersToTrustNothingElse() {
    HttpResponse<byte[]> page = open.get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void doesNotStartWhereItCannotServe() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      CliRun.in(
              home, "serve", "--db", "db", "--host", "0.0.0.0", "--port", "" + taken.getLocalPort())
          .failed(
              1,
              "imagedb: cannot listen on port %d of 0.0.0.0: Address already in use"
                  .formatted(taken.getLocalPort()),
              "  try: --port 0 for any that is free");
    }
    CliRun.in(home, "serve", "--db", "none")
        .failed(
            1,
            "imagedb: there is no database in " + home.resolve("none"),
            "  try: make one with: imagedb index FOLDER");
    CliRun.in(home, "serve", "--port", "70000")
        .failed(2, "imagedb: --port is 70000, expected 0 to 65535", "  try: --port 7373");
    CliRun.in(home, "serve", "--token", "short")
        .failed(
            2,
            "imagedb: --token must be 16 or more of letters, digits and -._~",
            "  try: leave it out, and one is made");
  }

  @Test
  void saysWhereTheBrowserCannotBeOpened() {
    Map<String, String> variables = Map.of("IMAGEDB_OPENER", "/no/such/opener");
    CliRun run = CliRun.in(home, variables, "serve", "--db", "db", "--port", "0", "--open");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("http://127.0.0.1:");
    assertThat(run.err())
        .startsWith("imagedb: /no/such/opener cannot be run to open http://127.0.0.1:");
  }

  private static String idOf(String name) {
    return open.json("/api/search?text=" + name)
        .getAsJsonArray("hits")
        .get(0)
        .getAsJsonObject()
        .get("id")
        .getAsString();
  }

  private static int status(String path, String... headers) {
    return open.get(path, headers).statusCode();
  }
}
