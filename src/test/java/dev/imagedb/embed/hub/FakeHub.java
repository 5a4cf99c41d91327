package dev.imagedb.embed.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Answers as the Hugging Face hub does, for one model `org/name` with one commit: small files
/// itself, large ones by a redirect to a second server on another port.
final class FakeHub implements AutoCloseable {
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  /// A request that came, as `HEAD hub open_clip_config.json`, and two of its headers.
  record Request(String line, @Nullable String authorization, @Nullable String range) {}

  @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
  private record Content(byte[] bytes, boolean large, String etag) {}

  private record Failure(int status, Map<String, String> headers) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  final Map<String, byte[]> damaged = new ConcurrentHashMap<>();
  volatile boolean knowsRanges = true;

  /// The next responses with bytes of a large file break off after so many of them.
  final ConcurrentLinkedDeque<Integer> cuts = new ConcurrentLinkedDeque<>();

  /// Whether a response that breaks off keeps its connection open and says nothing more.
  volatile boolean stalls;

  /// What the hub's answers say instead, by the header's name; `Location` makes them redirects.
  final Map<String, String> lies = new ConcurrentHashMap<>();

  /// Whether a large file's bytes go on for ever.
  volatile boolean endless;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final ConcurrentLinkedDeque<Failure> failures = new ConcurrentLinkedDeque<>();
  private final Map<String, Content> files = new ConcurrentHashMap<>();
  private final HttpServer hub = start("hub");
  private final HttpServer store = start("store");

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
  }

  FakeHub small(String name, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    byte[] header = ("blob " + bytes.length + "\0").getBytes(UTF_8);
    files.put(name, new Content(bytes, false, digest("SHA-1", header, bytes)));
    return this;
  }

  FakeHub large(String name, byte[] bytes) {
    files.put(name, new Content(bytes, true, digest("SHA-256", bytes)));
    return this;
  }

  /// The next request to the hub fails.
  FakeHub failing(int status, Map<String, String> headers) {
    failures.add(new Failure(status, headers));
    return this;
  }

  String etag(String name) {
    return content(name).etag();
  }

  byte[] bytes(String name) {
    return content(name).bytes();
  }

  List<String> lines() {
    return requests.stream().map(Request::line).toList();
  }

  @Override
  public void close() {
    closed.countDown();
    hub.stop(0);
    store.stop(0);
  }

  private Content content(String name) {
    Content content = files.get(name);
    if (content == null) {
      throw new AssertionError("no such file: " + name);
    }
    return content;
  }

  private HttpServer start(String role) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", exchange -> answer(role, exchange));
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(String role, HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String name = path.substring(path.lastIndexOf('/') + 1);
      requests.add(
          new Request(
              exchange.getRequestMethod() + " " + role + " " + name,
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("Range")));
      Content content = files.get(name);
      Failure failure = role.equals("hub") ? failures.poll() : null;
      if (failure != null) {
        failure.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(failure.status(), -1);
      } else if (content == null) {
        exchange.getResponseHeaders().set("X-Error-Code", "EntryNotFound");
        exchange.sendResponseHeaders(404, -1);
      } else if (role.equals("hub")) {
        answerAsHub(exchange, name, content);
      } else {
        sendBytes(exchange, name, content);
      }
    }
  }

  private void answerAsHub(HttpExchange exchange, String name, Content content) throws IOException {
    exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
    if (content.large()) {
      exchange.getResponseHeaders().set("X-Linked-ETag", "\"" + content.etag() + "\"");
      exchange.getResponseHeaders().set("X-Linked-Size", "" + content.bytes().length);
      exchange
          .getResponseHeaders()
          .set("Location", "http://127.0.0.1:" + store.getAddress().getPort() + "/x/" + name);
      lies.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(302, -1);
    } else if (lies.containsKey("Location")) {
      lies.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(302, -1);
    } else {
      lies.forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("ETag", "\"" + content.etag() + "\"");
      sendBytes(exchange, name, content);
    }
  }

  private void sendBytes(HttpExchange exchange, String name, Content content) throws IOException {
    byte[] bytes = damaged.getOrDefault(name, content.bytes());
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", "" + bytes.length);
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = 0;
    if (knowsRanges && range != null) {
      from = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
    }
    if (endless && content.large()) {
      sendForEver(exchange, bytes);
      return;
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
    Integer cut = content.large() ? cuts.poll() : null;
    int end = cut == null ? bytes.length : Math.min(bytes.length, from + cut);
    exchange.getResponseBody().write(Arrays.copyOfRange(bytes, from, end));
    exchange.getResponseBody().flush();
    if (stalls && end < bytes.length) {
      awaitClose();
    }
  }

  private static void sendForEver(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    while (true) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void awaitClose() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
