package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.output.Console;
import dev.imagedb.output.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `imagedb serve` in memory, on a free port, with the database `db` of a folder, until it is
/// closed.
record Served(Thread run, URI address, StringWriter err, HttpClient client)
    implements AutoCloseable {

  static Served in(Path folder, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--db", "db"));
    arguments.addAll(List.of(options));
    PipedReader out = new PipedReader();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(new PipedWriter(out)), new PrintWriter(err), Screen.NONE, folder);
    Program program = CliRun.program(console, InputStream.nullInputStream(), Map.of(), folder);
    Thread run =
        Thread.ofPlatform()
            .daemon()
            .start(() -> CommandTree.run(program, arguments.toArray(String[]::new)));
    URI address = URI.create(new BufferedReader(out).readLine());
    return new Served(run, address, err, HttpClient.newHttpClient());
  }

  /// Asks, with headers as names and values in turn.
  HttpResponse<byte[]> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  /// Asks for something that is there.
  JsonObject json(String path) {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(() -> path + ": " + text(answer)).isEqualTo(200);
    return object(answer);
  }

  /// The first line of what is answered to a request as it is written here.
  String raw(String request) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(64);
      return new String(answer, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static JsonObject object(HttpResponse<byte[]> answer) {
    return JsonParser.parseString(text(answer)).getAsJsonObject();
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    run.interrupt();
    try {
      run.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
