package dev.imagedb.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Puts replies on their way.
final class ReplySender {
  /// What every answer says to browsers: run and show nothing but what comes from here, guess no
  /// types, tell other sites nothing, and let none of them frame or embed this one.
  private static final Map<String, String> ON_EVERY_REPLY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private ReplySender() {}

  static void send(Reply reply, HttpExchange exchange) throws IOException {
    try (Reply.Content content = reply.content()) {
      send(reply, content, exchange);
    }
  }

  private static void send(Reply reply, Reply.Content content, HttpExchange exchange)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    ON_EVERY_REPLY.forEach(headers::set);
    reply.headers().forEach(headers::set);
    if (isKept(reply, exchange)) {
      exchange.sendResponseHeaders(304, -1);
    } else if (exchange.getRequestMethod().equals("HEAD") || content.length() == 0) {
      headers.set("Content-Length", Long.toString(content.length()));
      exchange.sendResponseHeaders(reply.status(), -1);
    } else {
      exchange.sendResponseHeaders(reply.status(), content.length());
      OutputStream body = exchange.getResponseBody();
      content.writeTo(body);
      // Before what was not read of the request is waited for: it may never come.
      body.flush();
    }
  }

  /// Whether the browser has this already.
  private static boolean isKept(Reply reply, HttpExchange exchange) {
    String kept = exchange.getRequestHeaders().getFirst("If-None-Match");
    return reply.status() == 200 && kept != null && kept.equals(reply.headers().get("ETag"));
  }
}
