package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A query's picture, wherever it is.
class PictureSourcesTest {
  @TempDir static Path home;

  private static byte[] dot = {};
  private static String address = "";
  private static final HttpServer SERVER = onThisMachine();

  @BeforeAll
  static void index() throws IOException {
    Gallery.drawIn(home);
    dot = Files.readAllBytes(home.resolve("photos/dot.png"));
    assertThat(CliRun.in(home, "index", "photos", "--model", "builtin", "--db", "db").exit())
        .isEqualTo(3);
    SERVER.createContext(
        "/dot.png",
        exchange -> {
          exchange.sendResponseHeaders(200, dot.length);
          try (exchange) {
            exchange.getResponseBody().write(dot);
          }
        });
    SERVER.start();
    address = "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/dot.png";
  }

  @AfterAll
  static void stop() {
    SERVER.stop(0);
  }

  @Test
  void isFetchedFromTheWeb() {
    assertThat(best(address + "^2", "--allow-private")).isEqualTo("dot.png");
    assertThat(best("photos/wall.png", "--not-image", address, "--allow-private"))
        .isEqualTo("wall.png");
  }

  @Test
  void isNotFetchedFromThisMachineUnasked() {
    CliRun.in(home, "search", address, "--db", "db")
        .failed(
            1,
            "imagedb: " + address + " is not on the public internet (127.0.0.1)",
            "  try: --allow-private, if you trust it");
  }

  @Test
  void isReadFromStandardInput() {
    assertThat(best("-")).isEqualTo("dot.png");
  }

  @Test
  void isAFileThatIsNamedWithoutAnOption() {
    assertThat(best("photos/wall.png")).isEqualTo("wall.png");
    assertThat(best("a red ball")).isEqualTo("dot.png");
  }

  @Test
  void isSaidToBeMissingRatherThanTakenForAWord() {
    CliRun.in(home, "search", "photos/dto.png", "--db", "db")
        .failed(
            1,
            "imagedb: cannot use the picture "
                + home.resolve("photos/dto.png")
                + ": there is no such file",
            "  try: name a picture file");
  }

  @Test
  void isEncodedTheSameFromEverywhere() {
    String vector = encoded("photos/dot.png");

    assertThat(encoded("-")).isEqualTo(vector);
    assertThat(encoded(address)).isEqualTo(vector);
  }

  private static String best(String... parts) {
    String[] arguments = new String[parts.length + 6];
    arguments[0] = "search";
    System.arraycopy(parts, 0, arguments, 1, parts.length);
    System.arraycopy(
        new String[] {"--db", "db", "--paths", "-k", "1"}, 0, arguments, parts.length + 1, 5);
    String path = CliRun.reading(dot, home, arguments).done().strip();
    return String.valueOf(Path.of(path).getFileName());
  }

  private static String encoded(String image) {
    return CliRun.reading(dot, home, "encode", "--image", image, "--allow-private", "--db", "db")
        .done();
  }

  private static HttpServer onThisMachine() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
