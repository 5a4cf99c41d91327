package dev.imagedb.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A web server on 127.0.0.1 that answers as it is told to.
final class FakeWeb implements AutoCloseable {
  /// Each request that came, as `GET /cat.png`, and the headers that say who asks.
  record Request(String line, List<String> headers) {}

  /// Writes a body, for as long as somebody reads it.
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  FakeWeb() {
    try {
      InetAddress here = InetAddress.ofLiteral("127.0.0.1");
      server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void answers(String path, String type, byte[] body) {
    answers(path, 200, type, body.length, out -> out.write(body));
  }

  void answersStatus(String path, int status) {
    answers(path, status, "text/plain", 2, out -> out.write(new byte[] {'n', 'o'}));
  }

  /// Answers with a body of unknown length.
  void streams(String path, String type, Body body) {
    answers(path, 200, type, 0, body);
  }

  /// Promises as many bytes, and sends the first.
  void promises(String path, String type, long length) {
    answers(
        path,
        200,
        type,
        length,
        out -> {
          out.write('G');
          out.flush();
        });
  }

  void redirects(String path, String location) {
    server.createContext(
        path,
        exchange -> {
          note(exchange);
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private void answers(String path, int status, String type, long length, Body body) {
    server.createContext(
        path,
        exchange -> {
          note(exchange);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, length);
          try (exchange) {
            body.writeTo(exchange.getResponseBody());
          }
        });
  }

  private void note(HttpExchange exchange) {
    List<String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .filter(header -> !header.getKey().equals("Host"))
            .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
            .sorted()
            .toList();
    requests.add(
        new Request(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
