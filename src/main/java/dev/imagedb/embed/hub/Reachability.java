package dev.imagedb.embed.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds out in bounded time whether anybody listens at an address. An HTTP client's time limit
/// does not cover the look-up of a name, which takes longest where there is no network.
final class Reachability {
  static final Duration LIMIT = Duration.ofSeconds(3);

  private Reachability() {}

  /// Says nothing where a proxy stands between: only the request itself can tell then.
  ///
  /// @throws HubUnreachable if no connection comes about within [#LIMIT]
  static void check(URI endpoint) throws HubUnreachable {
    if (isProxied(endpoint)) {
      return;
    }
    FutureTask<Boolean> connection = new FutureTask<>(() -> connects(endpoint));
    Thread.ofVirtual().start(connection);
    try {
      connection.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw unreachable(endpoint, "no answer within " + LIMIT.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw unreachable(endpoint, e.getCause() instanceof IOException io ? io : new IOException(e));
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  static HubUnreachable unreachable(URI endpoint, IOException failure) {
    String reason =
        switch (failure) {
          case UnknownHostException _ -> "no such host, or no network";
          case ConnectException e when e.getMessage() != null -> e.getMessage();
          case IOException e ->
              e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    return unreachable(endpoint, reason, failure);
  }

  private static HubUnreachable unreachable(URI endpoint, String reason, Exception cause) {
    return new HubUnreachable(endpoint + " cannot be reached: " + reason, cause);
  }

  private static boolean connects(URI endpoint) throws IOException {
    try (Socket socket = new Socket()) {
      // Longer than anybody waits here, so that it is always the waiting that ends first.
      int limit = (int) LIMIT.multipliedBy(2).toMillis();
      socket.connect(new InetSocketAddress(endpoint.getHost(), port(endpoint)), limit);
      return socket.isConnected();
    }
  }

  private static int port(URI endpoint) {
    if (endpoint.getPort() >= 0) {
      return endpoint.getPort();
    }
    return endpoint.getScheme().equals("https") ? 443 : 80;
  }

  private static boolean isProxied(URI endpoint) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector != null
        && selector.select(endpoint).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }
}
