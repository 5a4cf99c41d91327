package dev.imagedb.source;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureBytes.NoPictureException;
import dev.imagedb.source.PictureSource.Url;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Fetches pictures from the web: no cookies, no proxy, no more redirects than browsers need, and
/// an end in time.
///
/// @param limit for all of it: looking names up, redirects, and the last byte of the body
record WebClient(Destination destination, Duration limit, PictureBytes bytes) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;

  WebClient(Destination destination) {
    this(destination, PATIENCE, PictureBytes.OF_THE_WEB);
  }

  /// A picture's bytes.
  ///
  /// @throws IOException where the web does not answer with a picture, which the message says
  /// @throws UserException where it may not be asked
  byte[] fetch(Url url) throws IOException {
    // The client's own limits cover neither the look-up of a name nor a body that drips.
    FutureTask<byte[]> fetching = new FutureTask<>(() -> follow(url));
    Thread.ofVirtual().start(fetching);
    try {
      return fetching.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("it did not end within " + limit.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw rethrown(Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException(ExitCode.INTERRUPTED, "interrupted", null, e);
    } finally {
      fetching.cancel(true);
    }
  }

  private static IOException rethrown(Throwable failure) {
    return switch (failure) {
      case UserException refused -> throw refused;
      case RuntimeException bug -> throw bug;
      case Error grave -> throw grave;
      case UnknownHostException _ -> new IOException("no such host, or no network", failure);
      case ConnectException _ -> new IOException("nobody answers there", failure);
      case SSLException _ ->
          new IOException("its encryption is not to be trusted: " + failure.getMessage(), failure);
      case IOException told when told.getMessage() != null -> told;
      default -> new IOException("the connection broke: " + failure, failure);
    };
  }

  private byte[] follow(Url url) throws IOException, InterruptedException {
    HttpClient client = client();
    try {
      URI at = url.uri();
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        destination.requireOpen(at);
        HttpResponse<InputStream> response = client.send(request(at), BodyHandlers.ofInputStream());
        if (!REDIRECTS.contains(response.statusCode())) {
          return picture(response);
        }
        at = destination.redirected(at, location(response));
      }
      throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
    } finally {
      // To close it in good order would wait for bodies that nobody reads any more.
      client.shutdownNow();
    }
  }

  private byte[] picture(HttpResponse<InputStream> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException("its server answered with status " + response.statusCode());
    }
    if (response.headers().firstValueAsLong("Content-Length").orElse(0) > bytes.most()) {
      throw bytes.tooLong();
    }
    try {
      return bytes.read(response.body(), new Url(response.uri()).extension());
    } catch (NoPictureException e) {
      String type = response.headers().firstValue("Content-Type").orElse("something else");
      throw new IOException(
          "its server answered with " + type.replaceFirst(";.*", "") + ", not with a picture", e);
    }
  }

  private static String location(HttpResponse<?> response) throws IOException {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new IOException("it redirects to nowhere"));
  }

  private static HttpRequest request(URI uri) {
    String version = WebClient.class.getPackage().getImplementationVersion();
    return HttpRequest.newBuilder(uri)
        .header("User-Agent", version == null ? "imagedb" : "imagedb/" + version)
        .header("Accept", "image/*")
        .build();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .build();
  }
}
