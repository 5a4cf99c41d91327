package dev.imagedb.embed.hub;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Speaks the hub's HTTP: `HEAD` and `GET` of `/organisation/name/resolve/revision/file`.
///
/// Redirects are followed here rather than by the JDK's client, for two reasons: what describes a
/// large file stands in the headers of the redirect itself, and the token must not follow to
/// another host.
final class HubClient implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504);
  private static final int MOST_REDIRECTS = 10;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private final HubSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Reachability.LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  HubClient(HubSettings settings) {
    this.settings = settings;
  }

  URI endpoint() {
    return settings.endpoint();
  }

  /// What the hub says of a file; empty if the model has none of that name.
  ///
  /// @throws HubUnreachable if no connection comes about
  /// @throws TransientFailure if the hub is busy or broken
  Optional<RemoteFile> describe(OnHub model, String name) throws IOException {
    Description description = new Description();
    URI uri = uri(model, model.revision(), name);
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<Void> response = head(uri);
      if (isMissingFile(response)) {
        return Optional.empty();
      }
      URI next = redirect(uri, response, model);
      description.add(response, next != null);
      if (next == null || description.isComplete() || !isHub(next)) {
        return Optional.of(description.of(name).orElseThrow(this::noHub));
      }
      uri = next;
    }
    throw new IOException(uri + " redirects without end");
  }

  /// Opens a file's bytes. The status is 206 where they begin at `from`, else 200: all of them.
  ///
  /// @param from how many of its first bytes are not wanted
  HttpResponse<InputStream> open(OnHub model, RemoteFile file, long from) throws IOException {
    URI uri = uri(model, file.commit(), file.name());
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpRequest.Builder request = request(uri).GET();
      if (from > 0) {
        request.header("Range", "bytes=" + from + "-");
      }
      HttpResponse<InputStream> response = send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() == 200 || isRest(response, from)) {
        return response;
      }
      try (InputStream _ = response.body()) {
        URI next = redirect(uri, response, model);
        uri = next == null ? uri : next;
      }
    }
    throw new IOException(uri + " redirects without end");
  }

  @Override
  public void close() {
    http.close();
  }

  private URI uri(OnHub model, String revision, String name) {
    String escaped = URLEncoder.encode(revision, StandardCharsets.UTF_8);
    return URI.create(
        "%s/%s/resolve/%s/%s".formatted(settings.endpoint(), model.repository(), escaped, name));
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER_LIMIT)
            .header("User-Agent", "imagedb")
            .header("Accept-Encoding", "identity");
    if (isHub(uri)) {
      settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    return request;
  }

  private boolean isHub(URI uri) {
    URI endpoint = settings.endpoint();
    return endpoint.getScheme().equals(uri.getScheme())
        && endpoint.getHost().equalsIgnoreCase(uri.getHost())
        && endpoint.getPort() == uri.getPort();
  }

  private HttpResponse<Void> head(URI uri) throws IOException {
    try {
      return send(request(uri).HEAD().build(), BodyHandlers.discarding());
    } catch (ConnectException | HttpTimeoutException | SSLException e) {
      throw Reachability.unreachable(settings.endpoint(), e);
    }
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
    try {
      return http.send(request, handler);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  /// Where a response leads; null where it is the end of the way.
  private @Nullable URI redirect(URI from, HttpResponse<?> response, OnHub model)
      throws IOException {
    int status = response.statusCode();
    if (REDIRECTS.contains(status)) {
      String location =
          response
              .headers()
              .firstValue("Location")
              .orElseThrow(() -> new IOException(from + " redirects to nowhere"));
      return followed(from, location);
    }
    if (status == 200) {
      return null;
    }
    var refusal = new Refusal(settings, model).of(response);
    if (TRANSIENT.contains(status)) {
      throw new TransientFailure(refusal, retryAfter(response));
    }
    throw refusal;
  }

  /// Never out of https, as the JDK's own client has it: who listens between could send elsewhere.
  private static URI followed(URI from, String location) throws IOException {
    try {
      URI next = from.resolve(location);
      boolean safe = "https".equals(next.getScheme()) || from.getScheme().equals(next.getScheme());
      if (safe && next.getHost() != null) {
        return next;
      }
    } catch (IllegalArgumentException _) {
      // Told below: it is no address.
    }
    throw new IOException("%s redirects to %s, which is not followed".formatted(from, location));
  }

  private HubUnreachable noHub() {
    return new HubUnreachable(
        settings.endpoint() + " does not answer as a Hugging Face hub would", null);
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(SECONDS.asMatchPredicate())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }

  /// 404 also stands for a missing repository or revision; `X-Error-Code` tells. Without it and
  /// without a commit it is not the hub that speaks, but a gateway in front of it.
  private boolean isMissingFile(HttpResponse<?> response) throws HubUnreachable {
    if (response.statusCode() != 404) {
      return false;
    }
    Optional<String> code = response.headers().firstValue("X-Error-Code");
    if (code.isEmpty() && response.headers().firstValue("X-Repo-Commit").isEmpty()) {
      throw noHub();
    }
    return code.isEmpty() || code.orElseThrow().equals("EntryNotFound");
  }

  private static boolean isRest(HttpResponse<?> response, long from) {
    return response.statusCode() == 206
        && response
            .headers()
            .firstValue("Content-Range")
            .orElse("")
            .startsWith("bytes " + from + "-");
  }
}
