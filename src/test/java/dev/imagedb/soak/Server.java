package dev.imagedb.soak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `imagedb serve`, and a program that asks it.
record Server(Process process, URI address, HttpClient client) implements AutoCloseable {

  static Server start(Imagedb imagedb) throws Exception {
    Process process = imagedb.command("serve", "--port", "0").start();
    Path out = imagedb.root().resolve("serve/out");
    while (process.isAlive() && !Files.readString(out).contains("\n")) {
      Thread.sleep(100);
    }
    URI address = URI.create(Files.readString(out).strip());
    return new Server(process, address, HttpClient.newHttpClient());
  }

  /// All pictures that it knows, of one moment.
  Set<Path> stored() throws Exception {
    JsonObject answer = json(get("/api/search?ext=jpg,png&limit=1000"));
    List<JsonElement> hits = answer.getAsJsonArray("hits").asList();
    assertThat(hits).hasSize(answer.get("total").getAsInt());
    return hits.stream()
        .map(hit -> Path.of(hit.getAsJsonObject().get("path").getAsString()))
        .collect(Collectors.toSet());
  }

  /// Asks everything that can be asked. What a picture's page needs may be gone with the picture.
  void askAll(Path picture) throws Exception {
    JsonObject answer = json(get("/api/search?prompt=a+red+circle&limit=9"));
    for (JsonElement hit : answer.getAsJsonArray("hits")) {
      String photo = "/api/photos/" + hit.getAsJsonObject().get("id").getAsString();
      for (String part : List.of("", "/thumbnail", "/file")) {
        assertThat(get(photo + part).statusCode()).isIn(200, 404);
      }
    }
    json(get("/api/search?text=red+png&limit=9"));
    json(get("/api/facets?facet=ext,folder"));
    json(get("/api/status"));
    json(
        send(
            HttpRequest.newBuilder(address.resolve("/api/search"))
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofFile(picture))));
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static JsonObject json(HttpResponse<byte[]> answer) {
    String text = new String(answer.body(), UTF_8);
    assertThat(answer.statusCode()).as("%s: %s", answer.uri(), text).isEqualTo(200);
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
  }
}
