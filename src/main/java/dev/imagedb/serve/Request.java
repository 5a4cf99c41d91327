package dev.imagedb.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What somebody asks for.
///
/// @param path decoded
/// @param headers finds the first value of a header, in any case
record Request(
    String method,
    String path,
    Parameters parameters,
    Function<String, Optional<String>> headers,
    InputStream body) {
  /// More than any search needs, and less than would keep a thread busy.
  private static final int MOST_CHARACTERS = 8_192;

  /// The largest picture that is searched by, as with those of the web.
  private static final int MOST_BYTES = 64 << 20;

  /// @throws Refusal where it is longer than anybody has reason to make it
  static Request of(HttpExchange exchange) {
    if (exchange.getRequestURI().toString().length() > MOST_CHARACTERS) {
      throw Refusal.of(414, "the address is longer than " + MOST_CHARACTERS + " characters");
    }
    return new Request(
        exchange.getRequestMethod(),
        Objects.requireNonNullElse(exchange.getRequestURI().getPath(), ""),
        Parameters.parse(exchange.getRequestURI().getRawQuery()),
        name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
        exchange.getRequestBody());
  }

  Optional<String> header(String name) {
    return headers.apply(name);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /// The whole body.
  ///
  /// @throws Refusal where it is larger than a picture may be, before it is read where it says so
  byte[] bytes() throws IOException {
    if (header("Content-Length").filter(length -> length.length() > 8).isPresent()) {
      throw tooLarge();
    }
    byte[] all = body.readNBytes(MOST_BYTES + 1);
    if (all.length > MOST_BYTES) {
      throw tooLarge();
    }
    return all;
  }

  private static Refusal tooLarge() {
    return Refusal.of(413, "the picture is larger than 64 MB");
  }
}
